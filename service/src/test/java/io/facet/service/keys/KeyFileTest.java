package io.facet.service.keys;

import static io.facet.service.keys.KeyStoreContract.ADA;
import static io.facet.service.keys.KeyStoreContract.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  @TempDir Path folder;

  private Path path;
  private KeyFile file;

  @BeforeEach
  void name() {
    path = folder.resolve("service/keys.json");
    file = new KeyFile(path);
  }

  @Test
  void keys_are_there_when_the_file_is_read_again() {
    ApiKey revoked = BEN.revoked(KeyStoreContract.MADE);
    file.write(List.of(ADA, revoked));

    KeyFile.Content content = file.read().orElseThrow();
    assertThat(content.keys()).containsExactly(ADA, revoked);
    assertThat(content.isOfAnEarlierVersion()).isFalse();
  }

  @Test
  void only_the_owner_may_read_the_file_and_no_draft_stays() throws IOException {
    file.write(List.of(ADA));

    assertThat(Files.getPosixFilePermissions(path))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (Stream<Path> files = Files.list(path.getParent())) {
      assertThat(files).containsExactly(path);
    }
  }

  @Test
  void a_file_of_the_first_version_is_understood() throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(
        path,
        """
        {"keys":[{"id":"aaaaaaaaaaaaaaaa","name":"Ada","scopes":["estimates","valuations"],
                  "hash":"00ff","created_at":"2026-11-23T10:15:00Z"},
                 {"id":"bbbbbbbbbbbbbbbb","name":"staff","business":"house",
                  "scopes":["collection"],"hash":"00fe","created_at":"2026-11-23T10:15:00Z"}]}""");

    KeyFile.Content content = file.read().orElseThrow();
    assertThat(content.isOfAnEarlierVersion()).isTrue();
    assertThat(content.keys()).extracting(ApiKey::business).containsExactly("Ada", "house");
    assertThat(content.keys()).extracting(ApiKey::plan).containsExactly(Plan.BUSINESS, Plan.HOUSE);
  }

  @Test
  void a_damaged_file_is_named_and_left_as_it_is() throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, "{\"keys\":[");

    assertThatThrownBy(file::read)
        .isInstanceOf(UnusableKeysException.class)
        .hasMessageContaining(path.toString());
    assertThat(Files.readString(path)).isEqualTo("{\"keys\":[");
  }
}
