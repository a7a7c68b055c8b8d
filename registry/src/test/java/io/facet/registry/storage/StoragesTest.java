package io.facet.registry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.Azurite;
import io.facet.registry.LocalStack;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.leases.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoragesTest {

  private final String folder = UUID.randomUUID().toString();

  @TempDir private Path local;

  private Path stones = Path.of("");

  @BeforeEach
  void stones() throws IOException {
    stones = Files.writeString(local.resolve("stones.csv"), "carat,cut");
  }

  @Test
  void a_path_is_a_folder_of_this_machine() {
    Storage storage = Storages.of(Map.of()).at(local.resolve("fresh").toString());
    storage.files().put("june.csv", stones);

    assertThat(local.resolve("fresh/june.csv")).hasContent("carat,cut");
    try (Lease lease = storage.leases().acquire("pipeline").orElseThrow()) {
      assertThat(lease.isHeld()).isTrue();
      assertThat(storage.address()).isEqualTo(local.resolve("fresh").toString());
    }
  }

  @Test
  void a_connection_string_opens_the_account_that_it_names() {
    Azurite.container("contract");
    Storage storage = Storages.of(Azurite.environment()).at(Azurite.address("contract", folder));

    works(storage);
  }

  @Test
  void the_emulator_of_a_stack_needs_no_environment() {
    Azurite.container("contract");
    Storage storage =
        Storages.of(Map.of())
            .withEmulator(LocalStack.running().blob())
            .at("abfs://contract@devstoreaccount1.dfs.core.windows.net/%s".formatted(folder));

    works(storage);
  }

  @Test
  void the_emulator_of_a_stack_goes_before_what_the_environment_says() {
    Azurite.container("contract");
    Storage storage =
        Storages.of(Map.of("AZURE_STORAGE_CONNECTION_STRING", "UseDevelopmentStorage=true"))
            .withEmulator(LocalStack.running().blob())
            .at(Azurite.address("contract", folder));

    works(storage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "s3://stones/fresh", "https://example.com/stones", "a\0b"})
  void what_is_neither_is_refused_with_an_example(String address) {
    assertThatThrownBy(() -> Storages.of(Map.of()).at(address))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("wasbs://container@account.blob.core.windows.net/folder");
  }

  private void works(Storage storage) {
    storage.files().put("june.csv", stones);

    assertThat(Azurite.container("contract").getBlobClient(folder + "/june.csv").exists()).isTrue();
    try (Lease lease = storage.leases().acquire("pipeline").orElseThrow()) {
      assertThat(lease.isHeld()).isTrue();
    }
  }
}
