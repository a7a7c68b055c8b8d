package io.facet.registry.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.RegistryRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of artifacts does. */
public interface ArtifactStoreContract {

  ArtifactStore artifacts();

  /** A folder that nothing else writes to. */
  String folder();

  @Test
  default void bytes_come_back_as_they_were(@TempDir Path local) throws IOException {
    byte[] megabytes = new byte[3_000_000];
    new Random(7).nextBytes(megabytes);
    artifacts().put(folder() + "/a/big.bin", Files.write(local.resolve("big"), megabytes));
    artifacts().put(folder() + "/empty", Files.write(local.resolve("empty"), new byte[0]));

    assertThat(bytes(folder() + "/a/big.bin")).isEqualTo(megabytes);
    assertThat(bytes(folder() + "/empty")).isEmpty();
  }

  @Test
  default void a_second_file_replaces_the_first(@TempDir Path local) throws IOException {
    put(local, "/note", "first, and longer");
    put(local, "/note", "second");

    assertThat(bytes(folder() + "/note")).asString().isEqualTo("second");
    assertThat(artifacts().list(folder())).containsExactly("note");
  }

  @Test
  default void files_are_listed_at_any_depth_sorted(@TempDir Path local) throws IOException {
    put(local, "/plots/b.png", "b");
    put(local, "/plots/a.png", "a");
    put(local, "/model.facet", "m");
    put(local, "/x/y/z.txt", "z");

    assertThat(artifacts().list(folder()))
        .containsExactly("model.facet", "plots/a.png", "plots/b.png", "x/y/z.txt");
    assertThat(artifacts().list(folder() + "/plots")).containsExactly("a.png", "b.png");
  }

  @Test
  default void a_folder_that_nobody_filled_is_empty() {
    assertThat(artifacts().list(folder() + "/nothing")).isEmpty();
  }

  @Test
  default void a_path_may_hold_spaces_and_letters_of_any_language(@TempDir Path local)
      throws IOException {
    put(local, "/Preisliste für Don Francesco 100 %.html", "§");

    assertThat(artifacts().list(folder()))
        .containsExactly("Preisliste für Don Francesco 100 %.html");
    assertThat(bytes(folder() + "/Preisliste für Don Francesco 100 %.html"))
        .asString()
        .isEqualTo("§");
  }

  @Test
  default void what_is_not_there_is_refused(@TempDir Path local) {
    assertThatThrownBy(() -> bytes(folder() + "/missing"))
        .isInstanceOf(RegistryRefusedException.class);
    assertThatThrownBy(() -> artifacts().put(folder() + "/x", local.resolve("no such file")))
        .isInstanceOf(RegistryRefusedException.class);
    assertThatThrownBy(() -> artifacts().fetchFolder(folder() + "/nothing", local.resolve("out")))
        .isInstanceOf(RegistryRefusedException.class);
    assertThat(local.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "../x", "a/../../x", "a//b", "/etc/passwd", "a/./b", "a\\b"})
  default void a_path_that_leads_elsewhere_is_refused(String path, @TempDir Path local)
      throws IOException {
    Path file = Files.writeString(local.resolve("file"), "x");

    assertThatThrownBy(() -> artifacts().put(path, file))
        .isInstanceOf(RegistryRefusedException.class);
    assertThatThrownBy(() -> bytes(path)).isInstanceOf(RegistryRefusedException.class);
    assertThatThrownBy(() -> artifacts().list(path)).isInstanceOf(RegistryRefusedException.class);
  }

  @Test
  default void a_folder_goes_up_and_comes_down_as_it_was(@TempDir Path local) throws IOException {
    Path source = local.resolve("source");
    Files.createDirectories(source.resolve("code/facet"));
    Files.writeString(source.resolve("MLmodel"), "flavors: {}");
    Files.writeString(source.resolve("code/facet/scoring.py"), "pass");

    artifacts().putFolder(folder(), source);
    artifacts().fetchFolder(folder(), local.resolve("target"));

    assertThat(local.resolve("target/MLmodel")).hasContent("flavors: {}");
    assertThat(local.resolve("target/code/facet/scoring.py")).hasContent("pass");
    assertThat(local).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }

  @Test
  default void many_may_fetch_a_folder_at_the_same_time(@TempDir Path local) throws Exception {
    artifacts().put(folder() + "/a/one", Files.writeString(local.resolve("one"), "one"));
    artifacts().put(folder() + "/two", Files.writeString(local.resolve("two"), "two"));
    Path target = local.resolve("target");
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(pool.submit(() -> artifacts().fetchFolder(folder(), target)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }

    assertThat(target.resolve("a/one")).hasContent("one");
    assertThat(local).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }

  private void put(Path local, String name, String text) throws IOException {
    artifacts().put(folder() + name, Files.writeString(local.resolve("file"), text));
  }

  private byte[] bytes(String path) throws IOException {
    try (InputStream in = artifacts().open(path)) {
      return in.readAllBytes();
    }
  }
}
