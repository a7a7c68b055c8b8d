package io.facet.registry.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.artifacts.ObjectStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArtifactStoreTest implements ObjectStoreContract {

  @TempDir private Path root;

  @Override
  public ObjectStore artifacts() {
    return new FolderArtifactStore(root.resolve("store"));
  }

  @Override
  public ObjectStore emptyStore() {
    return new FolderArtifactStore(root.resolve("empty"));
  }

  @Override
  public String folder() {
    return "folder";
  }

  @Test
  void a_file_lies_under_its_path() throws IOException {
    artifacts().put("1/a.txt", Files.writeString(root.resolve("a"), "a"));

    assertThat(root.resolve("store/1/a.txt")).hasContent("a");
  }

  @Test
  void a_disk_that_refuses_is_named() throws IOException {
    Path file = Files.writeString(root.resolve("store"), "a file where the folder should be");

    assertThatThrownBy(() -> artifacts().put("1/a.txt", file))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("store");
  }
}
