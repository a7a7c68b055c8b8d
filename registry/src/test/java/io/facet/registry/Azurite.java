package io.facet.registry;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import java.net.URI;
import java.util.Map;

/** The Blob storage of the local stack, seen past our own code. */
public final class Azurite {

  /** The account that every Azurite has. */
  public static final String ACCOUNT = "devstoreaccount1";

  /** Its published key; it opens nothing outside this machine. */
  public static final String KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

  private Azurite() {}

  /** The container {@code name}, which is there after this. */
  public static BlobContainerClient container(String name) {
    BlobContainerClient container =
        new BlobServiceClientBuilder()
            .connectionString(connection(LocalStack.running().blob(), KEY))
            .buildClient()
            .getBlobContainerClient(name);
    container.createIfNotExists();
    return container;
  }

  /** The connection string of this account at {@code blob}, with {@code key}. */
  public static String connection(URI blob, String key) {
    return "DefaultEndpointsProtocol=http;AccountName=%s;AccountKey=%s;BlobEndpoint=%s"
        .formatted(ACCOUNT, key, blob);
  }

  /** An environment that opens the account. */
  public static Map<String, String> environment() {
    return environment(LocalStack.running().blob(), KEY);
  }

  /** An environment that opens the account at {@code blob} with {@code key}. */
  public static Map<String, String> environment(URI blob, String key) {
    return Map.of("AZURE_STORAGE_CONNECTION_STRING", connection(blob, key));
  }

  /** The address of {@code folder} in {@code container}. */
  public static String address(String container, String folder) {
    return "wasbs://%s@%s.blob.core.windows.net/%s".formatted(container, ACCOUNT, folder);
  }
}
