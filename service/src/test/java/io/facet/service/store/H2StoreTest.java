package io.facet.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

class H2StoreTest extends StoreContract {

  @TempDir Path home;

  @Override
  Store store() {
    return new Store(new H2Database(file(home)), Duration.ofSeconds(20), new SimpleMeterRegistry());
  }

  private static Path file(Path home) {
    return home.resolve("store/facet");
  }

  @Test
  void only_its_owner_may_enter_its_folder() throws IOException {
    assertThat(Files.getPosixFilePermissions(home.resolve("store")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_file_that_is_none_of_h2_is_an_outage_and_left_as_it_is(@TempDir Path other)
      throws IOException {
    Files.createDirectories(other.resolve("store"));
    Path file = Files.writeString(other.resolve("store/facet.mv.db"), "not a database");
    Store damaged =
        new Store(new H2Database(file(other)), Duration.ofSeconds(20), new SimpleMeterRegistry());
    damaged.look();

    assertThat(damaged.trouble()).isPresent();
    StepVerifier.create(damaged.read(client -> client.sql("select 1").fetch().one()))
        .expectErrorMatches(
            e -> e instanceof ProblemException p && p.type() == ProblemType.STORE_AWAY)
        .verify();
    assertThat(Files.readString(file)).isEqualTo("not a database");
    damaged.close();
  }
}
