package io.facet.registry.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.leases.Lease;
import io.facet.registry.leases.Leases;
import io.facet.registry.leases.LeasesAcrossProcessesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLeasesTest implements LeasesAcrossProcessesContract {

  @TempDir private Path root;

  @Override
  public Leases leases() {
    return new FolderLeases(root.resolve("stones"));
  }

  @Override
  public String address() {
    return root.resolve("stones").toString();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Test
  void the_same_folder_by_another_path_has_the_same_leases() throws IOException {
    Files.createDirectory(root.resolve("stones"));
    Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("stones"));
    try (Lease lease = leases().acquire("pipeline").orElseThrow()) {
      assertThat(new FolderLeases(link).acquire("pipeline")).isEmpty();
      assertThat(lease.isHeld()).isTrue();
    }
  }

  @Test
  void whoever_deletes_the_file_takes_the_lease_away() throws IOException {
    try (Lease lease = leases().acquire("pipeline").orElseThrow()) {
      Files.delete(root.resolve("stones/leases/pipeline.lock"));

      assertThat(lease.isHeld()).isFalse();
    }
  }

  @Test
  void a_folder_that_can_not_be_made_is_named() throws IOException {
    Files.writeString(root.resolve("stones"), "a file where the folder should be");

    assertThatThrownBy(() -> leases().acquire("pipeline"))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("stones");
  }
}
