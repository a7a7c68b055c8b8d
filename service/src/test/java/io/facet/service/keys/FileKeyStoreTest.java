package io.facet.service.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyStoreTest implements KeyStoreContract {

  @TempDir Path folder;

  @Override
  public KeyStore store() {
    return FileKeyStore.open(file());
  }

  private Path file() {
    return folder.resolve("service/keys.json");
  }

  @Test
  void keys_are_there_when_the_file_is_opened_again() {
    store().keep(List.of(ADA, BEN));

    assertThat(store().all()).containsExactly(ADA, BEN);
  }

  @Test
  void only_the_owner_may_read_the_file_and_no_draft_stays() throws IOException {
    store().keep(List.of(ADA));

    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void a_key_of_an_earlier_version_is_a_business_of_its_own() throws IOException {
    store().keep(List.of(ADA));
    Files.writeString(
        file(), Files.readString(file()).replaceFirst("\"business\" : \"[^\"]*\",", ""));

    assertThat(store().all()).extracting(ApiKey::business).containsExactly("Ada");
  }

  @Test
  void a_damaged_file_is_named_and_left_as_it_is() throws IOException {
    store().keep(List.of(ADA));
    Files.writeString(file(), "{\"keys\":[");

    assertThatThrownBy(this::store)
        .isInstanceOf(UnusableKeysException.class)
        .hasMessageContaining(file().toString());
    assertThat(Files.readString(file())).isEqualTo("{\"keys\":[");
  }
}
