package io.facet.registry.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import io.facet.registry.Azurite;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.artifacts.ObjectStoreContract;
import io.facet.registry.artifacts.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files straight in Blob storage, on a real Azurite. */
class BlobArtifactStoreTest implements ObjectStoreContract {

  private static final BlobContainerClient CONTAINER = Azurite.container("contract");
  private static final BlobAccounts ACCOUNTS = BlobAccounts.of(Azurite.environment());

  private final String prefix = UUID.randomUUID().toString();

  @Override
  public ObjectStore artifacts() {
    return ACCOUNTS.files(BlobAddress.of(Azurite.address("contract", prefix)));
  }

  @Override
  public ObjectStore emptyStore() {
    return ACCOUNTS.files(BlobAddress.of(Azurite.address("contract", prefix + "/empty")));
  }

  @Override
  public String folder() {
    return "folder";
  }

  @Test
  void a_file_lies_under_its_path_in_the_container(@TempDir Path local) throws IOException {
    artifacts().put("1/a.txt", Files.writeString(local.resolve("a"), "a"));

    assertThat(CONTAINER.getBlobClient(prefix + "/1/a.txt").downloadContent()).hasToString("a");
  }

  @Test
  void both_kinds_of_address_name_the_same_blobs(@TempDir Path local) throws IOException {
    artifacts().put("a.txt", Files.writeString(local.resolve("a"), "a"));
    BlobAddress other =
        BlobAddress.of(
            "abfss://contract@devstoreaccount1.dfs.core.windows.net/%s".formatted(prefix));

    assertThat(ACCOUNTS.files(other).exists("a.txt")).isTrue();
  }

  @Test
  void a_listing_of_many_pages_is_one_list(@TempDir Path local) throws IOException {
    Path file = Files.writeString(local.resolve("file"), "x");
    IntStream.range(0, 7).forEach(i -> artifacts().put("many/" + i, file));
    BlobListing listing =
        new BlobListing(ACCOUNTS.folder(BlobAddress.of(Azurite.address("contract", prefix))), 2);

    assertThat(listing.below("many")).containsExactly("0", "1", "2", "3", "4", "5", "6");
    assertThat(listing.in("many")).extracting(StoredFile::bytes).hasSize(7).containsOnly(1L);
  }

  @Test
  void what_only_marks_a_folder_is_no_file() {
    CONTAINER
        .getBlobClient(prefix + "/folder/sub")
        .uploadWithResponse(
            new BlobParallelUploadOptions(BinaryData.fromBytes(new byte[0]))
                .setMetadata(Map.of("hdi_isfolder", "true")),
            null,
            null);

    assertThat(artifacts().list("folder")).isEmpty();
    assertThat(artifacts().filesIn("folder")).isEmpty();
    assertThat(artifacts().exists("folder/sub")).isFalse();
  }

  @Test
  void a_reader_gets_one_file_or_an_error_but_never_half_of_each(@TempDir Path local)
      throws IOException {
    byte[] large = new byte[9 << 20];
    new Random(7).nextBytes(large);
    Path file = Files.write(local.resolve("large"), large);
    artifacts().put("large", file);
    try (InputStream in = artifacts().open("large")) {
      assertThat(in.readNBytes(1 << 20)).startsWith(large[0], large[1]);
      artifacts().put("large", file);

      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Blob storage at ");
    }
  }

  @Test
  void an_upload_that_breaks_off_leaves_what_was_there(@TempDir Path local) throws IOException {
    artifacts().put("large", Files.writeString(local.resolve("small"), "as it was"));
    CONTAINER
        .getBlobClient(prefix + "/large")
        .getBlockBlobClient()
        .stageBlock("MDAwMQ==", BinaryData.fromString("the first block of another"));

    assertThat(CONTAINER.getBlobClient(prefix + "/large").downloadContent())
        .hasToString("as it was");
    assertThat(artifacts().filesIn("")).extracting(StoredFile::bytes).containsExactly(9L);
    assertThat(CONTAINER.listBlobs().stream().map(BlobItem::getName)).contains(prefix + "/large");
  }
}
