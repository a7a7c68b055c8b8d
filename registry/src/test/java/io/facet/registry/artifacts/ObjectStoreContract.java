package io.facet.registry.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.RegistryRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does that can say no to a second file, and let go of one. */
public interface ObjectStoreContract extends ArtifactStoreContract {

  @Override
  ObjectStore artifacts();

  /** A store whose own folder is empty. */
  ObjectStore emptyStore();

  @Test
  default void the_first_file_stays_when_a_second_may_not_replace_it(@TempDir Path local)
      throws IOException {
    assertThat(artifacts().putIfAbsent(folder() + "/batch", file(local, "first"))).isTrue();
    assertThat(artifacts().putIfAbsent(folder() + "/batch", file(local, "second"))).isFalse();
    assertThat(artifacts().putIfAbsent(folder() + "/batch", file(local, "first"))).isFalse();

    assertThat(text(folder() + "/batch")).isEqualTo("first");
    assertThat(artifacts().list(folder())).containsExactly("batch");
  }

  @Test
  default void of_many_who_come_at_once_one_is_first(@TempDir Path local) throws Exception {
    List<Callable<Boolean>> attempts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Path file = Files.writeString(local.resolve("of " + i), "of " + i);
      attempts.add(() -> artifacts().putIfAbsent(folder() + "/batch", file));
    }
    List<Boolean> first = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> attempt : pool.invokeAll(attempts)) {
        first.add(attempt.get());
      }
    }

    assertThat(first).containsOnlyOnce(true);
    assertThat(text(folder() + "/batch")).isEqualTo("of " + first.indexOf(true));
    assertThat(artifacts().list(folder())).containsExactly("batch");
  }

  @Test
  default void a_deleted_file_is_gone_and_its_neighbours_are_not(@TempDir Path local)
      throws IOException {
    for (String name : List.of("/a", "/ab", "/b/a")) {
      artifacts().put(folder() + name, file(local, name));
    }

    artifacts().delete(folder() + "/a");
    artifacts().delete(folder() + "/a");
    artifacts().delete(folder() + "/b");

    assertThat(artifacts().exists(folder() + "/a")).isFalse();
    assertThat(artifacts().list(folder())).containsExactly("ab", "b/a");
    assertThatThrownBy(() -> text(folder() + "/a")).isInstanceOf(RegistryRefusedException.class);
    assertThat(artifacts().putIfAbsent(folder() + "/a", file(local, "again"))).isTrue();
  }

  @Test
  default void a_file_is_seen_with_its_length_and_age(@TempDir Path local) throws IOException {
    artifacts().put(folder() + "/fresh/june.csv", file(local, "carat,cut"));

    StoredFile seen = artifacts().find(folder() + "/fresh/june.csv").orElseThrow();

    assertThat(seen.path()).isEqualTo(folder() + "/fresh/june.csv");
    assertThat(seen.bytes()).isEqualTo(9);
    assertThat(seen.writtenAt())
        .isBetween(Instant.now().minus(Duration.ofMinutes(2)), Instant.now().plusSeconds(2));
    assertThat(artifacts().exists(folder() + "/fresh/june.csv")).isTrue();
    assertThat(artifacts().exists(folder() + "/fresh/june")).isFalse();
    assertThat(artifacts().exists(folder() + "/fresh")).isFalse();
  }

  @Test
  default void a_folder_shows_its_own_files_only(@TempDir Path local) throws IOException {
    artifacts().put(folder() + "/b.csv", file(local, "b"));
    artifacts().put(folder() + "/a.csv", file(local, "a"));
    artifacts().put(folder() + "/accepted/c.csv", file(local, "c"));

    assertThat(artifacts().filesIn(folder()))
        .extracting(StoredFile::path)
        .containsExactly(folder() + "/a.csv", folder() + "/b.csv");
    assertThat(artifacts().filesIn(folder()))
        .containsExactly(
            artifacts().find(folder() + "/a.csv").orElseThrow(),
            artifacts().find(folder() + "/b.csv").orElseThrow());
    assertThat(artifacts().filesIn(folder() + "/nothing")).isEmpty();
  }

  @Test
  default void the_stores_own_folder_is_one_too(@TempDir Path local) throws IOException {
    ObjectStore store = emptyStore();
    assertThat(store.filesIn("")).isEmpty();

    store.put("june.csv", file(local, "stones"));
    store.put("accepted/may.csv", file(local, "stones"));

    assertThat(store.filesIn("")).extracting(StoredFile::path).containsExactly("june.csv");
    assertThat(store.filesIn("accepted"))
        .extracting(StoredFile::path)
        .containsExactly("accepted/may.csv");
  }

  @Test
  default void a_file_that_was_written_again_is_another_one(@TempDir Path local)
      throws IOException {
    artifacts().put(folder() + "/june.csv", file(local, "one"));
    StoredFile before = artifacts().find(folder() + "/june.csv").orElseThrow();
    assertThat(artifacts().find(folder() + "/june.csv")).contains(before);

    artifacts().put(folder() + "/june.csv", file(local, "two"));

    assertThat(artifacts().find(folder() + "/june.csv").orElseThrow()).isNotEqualTo(before);
    assertThat(artifacts().deleteIfUnchanged(before)).isFalse();
    assertThat(text(folder() + "/june.csv")).isEqualTo("two");
  }

  @Test
  default void a_file_that_is_as_it_was_seen_is_deleted_once(@TempDir Path local)
      throws IOException {
    artifacts().put(folder() + "/june.csv", file(local, "one"));
    StoredFile seen = artifacts().filesIn(folder()).getFirst();

    assertThat(artifacts().deleteIfUnchanged(seen)).isTrue();
    assertThat(artifacts().deleteIfUnchanged(seen)).isFalse();
    assertThat(artifacts().exists(folder() + "/june.csv")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "../x", "a/../../x", "a//b", "/etc/passwd", "a/./b", "a\\b"})
  default void nor_may_these_lead_elsewhere(String path, @TempDir Path local) throws IOException {
    Path file = file(local, "x");

    assertThatThrownBy(() -> artifacts().putIfAbsent(path, file))
        .isInstanceOf(RegistryRefusedException.class);
    assertThatThrownBy(() -> artifacts().find(path)).isInstanceOf(RegistryRefusedException.class);
    assertThatThrownBy(() -> artifacts().filesIn(path))
        .isInstanceOf(RegistryRefusedException.class);
    assertThatThrownBy(() -> artifacts().delete(path)).isInstanceOf(RegistryRefusedException.class);
    assertThatThrownBy(
            () -> artifacts().deleteIfUnchanged(new StoredFile(path, 1, Instant.EPOCH, "")))
        .isInstanceOf(RegistryRefusedException.class);
  }

  private static Path file(Path local, String text) throws IOException {
    return Files.writeString(local.resolve("file"), text);
  }

  private String text(String path) throws IOException {
    try (InputStream in = artifacts().open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
