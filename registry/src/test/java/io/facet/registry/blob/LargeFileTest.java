package io.facet.registry.blob;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.blob.BlobContainerClient;
import io.facet.registry.Azurite;
import io.facet.registry.JavaProcess;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.storage.Storages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file need not fit into memory. */
class LargeFileTest {

  private static final int MEGABYTES = 150;

  @Test
  void a_file_larger_than_the_memory_goes_up_and_comes_down(@TempDir Path local) throws Exception {
    BlobContainerClient container = Azurite.container("contract");
    String folder = UUID.randomUUID().toString();
    Path file = local.resolve("large");
    try (OutputStream out = Files.newOutputStream(file)) {
      Random random = new Random(7);
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < MEGABYTES; i++) {
        random.nextBytes(megabyte);
        out.write(megabyte);
      }
    }
    try {
      Process small =
          JavaProcess.start(
              UpAndDown.class,
              List.of("-Xmx64m"),
              Azurite.environment(),
              Azurite.address("contract", folder),
              file.toString());

      assertThat(JavaProcess.said(small)).isEqualTo(digest(Files.newInputStream(file)));
    } finally {
      container.getBlobClient(folder + "/large").deleteIfExists();
    }
  }

  private static String digest(InputStream bytes) throws IOException, GeneralSecurityException {
    try (DigestInputStream in =
        new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  /** Stores a file, and says the digest of what it reads back. */
  static final class UpAndDown {

    private UpAndDown() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
      ObjectStore store = Storages.of(System.getenv()).at(arguments[0]).files();
      store.put("large", Path.of(arguments[1]));
      System.out.println(digest(store.open("large")));
    }
  }
}
