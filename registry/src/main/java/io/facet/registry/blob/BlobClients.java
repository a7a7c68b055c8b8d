package io.facet.registry.blob;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import io.facet.registry.RegistryRefusedException;
import java.util.List;
import java.util.regex.Pattern;

/** Azure's own client, for each account with what opens it. */
final class BlobClients {

  private static final Pattern KEY =
      Pattern.compile("(?i)AccountKey=|SharedAccessSignature=|UseDevelopmentStorage=true");

  private final List<String> connections;
  private final Patience patience;
  private final HttpClient http;
  private final TokenCredential identity;

  BlobClients(List<String> connections, Patience patience) {
    this.connections = connections;
    this.patience = patience;
    this.http = patience.http();
    this.identity = new DefaultAzureCredentialBuilder().httpClient(http).build();
  }

  BlobContainerClient container(BlobAddress address) {
    return connections.stream()
        .map(this::connected)
        .filter(service -> service.getAccountName().equals(address.account()))
        .findFirst()
        .orElseGet(() -> identified(address))
        .getBlobContainerClient(address.container());
  }

  private BlobServiceClient connected(String connection) {
    BlobServiceClientBuilder builder = builder();
    if (!KEY.matcher(connection).find()) {
      builder.credential(identity);
    }
    try {
      return builder.connectionString(connection).buildClient();
    } catch (IllegalArgumentException e) {
      // Without what it says, for that may hold a key.
      throw new RegistryRefusedException(
          BlobAccounts.CONNECTION
              + " is not a connection string: copy that of the storage account, which begins with"
              + " DefaultEndpointsProtocol= or BlobEndpoint=",
          null);
    }
  }

  private BlobServiceClient identified(BlobAddress address) {
    return builder().endpoint(address.endpoint()).credential(identity).buildClient();
  }

  private BlobServiceClientBuilder builder() {
    return new BlobServiceClientBuilder()
        .httpClient(http)
        .addPolicy(new BlobAnswers())
        .retryOptions(patience.retries());
  }
}
