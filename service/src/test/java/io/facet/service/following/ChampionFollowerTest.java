package io.facet.service.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.service.models.Source;
import io.facet.valuation.Appraiser;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChampionFollowerTest {

  @TempDir Path folder;
  private ShelfRegistry registry;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private CurrentModel current;
  private ChampionFollower follower;

  @BeforeEach
  void start() {
    registry = new ShelfRegistry(folder.resolve("shelf"));
    restart();
  }

  private void restart() {
    current = new CurrentModel(model -> {});
    follower =
        new ChampionFollower(
            registry, new ModelCache(folder.resolve("cache")), current, new LookMeters(meters));
  }

  @Test
  void without_a_champion_nothing_is_served_and_that_is_said() {
    assertThat(follower.look()).isTrue();

    assertThat(current.served()).isEmpty();
    assertThat(current.trouble()).contains("The registry has no champion.");
  }

  @Test
  void the_champion_is_served() {
    registry.crown("7", "aa", 6000);

    assertThat(follower.look()).isTrue();

    assertThat(served().version()).isEqualTo("7");
    assertThat(served().source()).isEqualTo(Source.REGISTRY);
    assertThat(price()).isEqualTo(price(TestModel.appraiser(6000)));
    assertThat(current.trouble()).isEmpty();
  }

  @Test
  void when_the_champion_moves_the_new_one_is_served() {
    registry.crown("7", "aa", 6000);
    follower.look();
    registry.crown("8", "bb", 7000);
    follower.look();

    assertThat(served().version()).isEqualTo("8");
    assertThat(price()).isEqualTo(price(TestModel.appraiser(7000)));
  }

  @Test
  void a_champion_that_stays_is_fetched_only_once() {
    registry.crown("7", "aa", 6000);
    follower.look();
    ServedModel first = served();
    follower.look();
    follower.look();

    assertThat(registry.downloads()).isEqualTo(1);
    assertThat(served()).isSameAs(first);
  }

  @Test
  void a_damaged_champion_is_refused_and_the_old_one_serves_on() {
    registry.crown("7", "aa", 6000);
    follower.look();
    registry.crownDamaged("8");

    assertThat(follower.look()).isFalse();

    assertThat(served().version()).isEqualTo("7");
    assertThat(current.trouble()).contains("Version 8 can't be used; our log says why.");
  }

  @Test
  void a_version_that_was_refused_is_taken_once_it_is_whole() {
    registry.crownDamaged("8");
    follower.look();
    registry.crown("8", "run8", 7000);

    assertThat(follower.look()).isTrue();
    assertThat(served().version()).isEqualTo("8");
    assertThat(current.trouble()).isEmpty();
  }

  @Test
  void while_the_registry_is_away_the_model_serves_on() {
    registry.crown("7", "aa", 6000);
    follower.look();
    registry.goAway();

    assertThat(follower.look()).isFalse();

    assertThat(served().version()).isEqualTo("7");
    assertThat(current.trouble()).contains("The registry is away.");
  }

  @Test
  void a_start_without_the_registry_serves_the_last_good_copy_and_says_so() {
    registry.crown("7", "aa", 6000);
    follower.look();
    registry.goAway();
    restart();
    follower.serveLastGood();
    follower.look();

    assertThat(served().version()).isEqualTo("7");
    assertThat(served().source()).isEqualTo(Source.CACHE);
    assertThat(current.trouble()).contains("The registry is away.");
  }

  @Test
  void once_the_registry_is_back_it_confirms_the_copy_without_fetching_it() {
    registry.crown("7", "aa", 6000);
    follower.look();
    restart();
    follower.serveLastGood();
    follower.look();

    assertThat(served().source()).isEqualTo(Source.REGISTRY);
    assertThat(registry.downloads()).isEqualTo(1);
    assertThat(current.trouble()).isEmpty();
  }

  @Test
  void the_same_version_of_another_registry_is_another_model() {
    registry.crown("1", "aa", 6000);
    follower.look();
    registry.crown("1", "bb", 7000);
    follower.look();

    assertThat(price()).isEqualTo(price(TestModel.appraiser(7000)));
  }

  @Test
  void a_damaged_copy_is_not_served_and_fetched_anew() throws IOException {
    registry.crown("7", "aa", 6000);
    follower.look();
    Files.write(folder.resolve("cache/7-aa/model.facet"), new byte[] {1});
    restart();
    follower.serveLastGood();

    assertThat(current.served()).isEmpty();

    follower.look();
    follower.look();

    assertThat(served().version()).isEqualTo("7");
    assertThat(registry.downloads()).isEqualTo(2);
  }

  @Test
  void only_the_three_latest_copies_are_kept() throws IOException {
    for (int version = 1; version <= 5; version++) {
      registry.crown(String.valueOf(version), "r" + version, 6000);
      follower.look();
    }

    try (Stream<Path> copies = Files.list(folder.resolve("cache"))) {
      assertThat(copies.map(copy -> copy.getFileName().toString()))
          .containsExactlyInAnyOrder("3-r3", "4-r4", "5-r5", "current");
    }
  }

  @Test
  void what_became_of_each_look_is_counted() {
    follower.look();
    assertThat(meters.get("facet.registry.reachable").gauge().value()).isEqualTo(1);
    registry.crown("7", "aa", 6000);
    follower.look();
    follower.look();
    registry.crownDamaged("8");
    follower.look();
    registry.goAway();
    follower.look();
    follower.look();

    assertThat(reloads("swapped")).isEqualTo(1);
    assertThat(reloads("refused")).isEqualTo(1);
    assertThat(reloads("unreachable")).isEqualTo(2);
    assertThat(meters.get("facet.registry.reachable").gauge().value()).isZero();
  }

  private double reloads(String outcome) {
    return meters.get("facet.model.reloads").tag("outcome", outcome).counter().count();
  }

  private ServedModel served() {
    return current.served().orElseThrow();
  }

  private double price() {
    return price(served().appraiser());
  }

  private static double price(Appraiser appraiser) {
    return appraiser.estimate(TestModel.STONE).price();
  }
}
