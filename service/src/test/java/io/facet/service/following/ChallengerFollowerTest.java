package io.facet.service.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.models.ServedModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChallengerFollowerTest {

  @TempDir private Path folder;
  private ShelfRegistry registry;
  private ChallengerFollower follower;
  private Optional<ServedModel> challenger = Optional.empty();

  @BeforeEach
  void start() {
    registry = new ShelfRegistry(folder.resolve("shelf"));
    follower =
        new ChallengerFollower(
            registry,
            folder.resolve("challengers"),
            Duration.ofSeconds(1),
            model -> challenger = model);
  }

  @Test
  void the_challenger_is_brought_once_and_the_champion_never() {
    registry.crown("7", "aa", 6000);
    registry.challenge("8", "bb", 6600);

    follower.look();
    follower.look();

    assertThat(challenger.orElseThrow().version()).isEqualTo("8");
    assertThat(registry.downloads()).isEqualTo(1);
  }

  @Test
  void when_it_is_withdrawn_nobody_is_compared() {
    registry.challenge("8", "bb", 6600);
    follower.look();
    registry.withdraw();
    follower.look();

    assertThat(challenger).isEmpty();
  }

  @Test
  void one_that_is_no_good_is_not_compared_and_tried_once() {
    registry.challengeDamaged("8");

    follower.look();
    follower.look();

    assertThat(challenger).isEmpty();
    assertThat(registry.downloads()).isEqualTo(1);
  }

  @Test
  void while_the_registry_is_away_the_challenger_stays() {
    registry.challenge("8", "bb", 6600);
    follower.look();
    registry.goAway();
    follower.look();

    assertThat(challenger.orElseThrow().version()).isEqualTo("8");
  }
}
