package io.facet.registry.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.Azurite;
import io.facet.registry.JavaProcess;
import io.facet.registry.RegistryException;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.storage.Storages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Blob storage without a key: a managed identity gets tokens, and an Azurite that wants them is
 * spoken to by TLS. Each in a process of its own, for identities come from the environment.
 */
@Timeout(120)
class IdentityTest {

  @TempDir private Path local;

  @Test
  void a_managed_identity_opens_an_account_by_tls() throws Exception {
    try (AzuriteWithTokens azurite = AzuriteWithTokens.in(local);
        ManagedIdentity identity = new ManagedIdentity()) {
      Path stones = Files.writeString(local.resolve("stones"), "stones");

      assertThat(putAndRead(azurite, identity.environment(), stones)).isEqualTo("stones");
    }
  }

  @Test
  void without_an_identity_it_says_what_to_do() throws Exception {
    try (AzuriteWithTokens azurite = AzuriteWithTokens.in(local)) {
      Path stones = Files.writeString(local.resolve("stones"), "stones");
      Map<String, String> nobody = Map.of("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential");

      assertThat(putAndRead(azurite, nobody, stones))
          .startsWith("RegistryRefusedException Blob storage at " + azurite.endpoint())
          .contains("set AZURE_STORAGE_CONNECTION_STRING")
          .contains("az login");
    }
  }

  private static String putAndRead(
      AzuriteWithTokens azurite, Map<String, String> identity, Path file) throws Exception {
    Map<String, String> environment = new HashMap<>(identity);
    environment.put("AZURE_STORAGE_CONNECTION_STRING", "BlobEndpoint=" + azurite.endpoint());
    return JavaProcess.said(
        JavaProcess.start(
            PutAndRead.class,
            azurite.trust(),
            environment,
            Azurite.address("contract", "identity"),
            file.toString()));
  }

  /** Stores a file and says what it reads back, or why it can't. */
  static final class PutAndRead {

    private PutAndRead() {}

    public static void main(String[] arguments) throws IOException {
      BlobAddress address = BlobAddress.of(arguments[0]);
      try {
        BlobAccounts accounts = BlobAccounts.of(System.getenv());
        accounts
            .folder(address)
            .ask(() -> accounts.folder(address).container().createIfNotExists());
        ObjectStore store = Storages.of(System.getenv()).at(arguments[0]).files();
        store.put("a", Path.of(arguments[1]));
        System.out.println(new String(store.open("a").readAllBytes(), StandardCharsets.UTF_8));
      } catch (RegistryException e) {
        System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
      }
    }
  }
}
