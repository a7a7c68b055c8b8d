package io.facet.registry.blob;

import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.leases.Leases;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The storage accounts that we may open. A connection string opens the account that it names; every
 * other one is opened as who we are in Azure, which {@code DefaultAzureCredential} finds out: by
 * the environment, a workload or managed identity, or {@code az login}. The emulator's account is
 * open to everybody.
 */
public final class BlobAccounts {

  static final String CONNECTION = "AZURE_STORAGE_CONNECTION_STRING";

  /** Published with every emulator of Azure's storage; it protects nothing. */
  private static final String EMULATOR =
      "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=%s";

  private static final URI EMULATOR_BY_CUSTOM =
      URI.create("http://127.0.0.1:10000/devstoreaccount1");

  private final Optional<String> emulator;
  private final Optional<String> connection;
  private final Patience patience;
  private @Nullable BlobClients clients;

  private BlobAccounts(Optional<String> emulator, Optional<String> connection, Patience patience) {
    this.emulator = emulator;
    this.connection = connection;
    this.patience = patience;
  }

  /**
   * With the connection string that {@code environment} holds under {@code
   * AZURE_STORAGE_CONNECTION_STRING}, if any.
   */
  public static BlobAccounts of(Map<String, String> environment) {
    return of(environment, Patience.USUAL);
  }

  static BlobAccounts of(Map<String, String> environment, Patience patience) {
    Optional<String> connection =
        Optional.ofNullable(environment.get(CONNECTION)).filter(text -> !text.isBlank());
    return new BlobAccounts(Optional.empty(), connection, patience);
  }

  /** The same, with the emulator at {@code blob}, such as that of a local stack. */
  public BlobAccounts withEmulator(URI blob) {
    return new BlobAccounts(Optional.of(EMULATOR.formatted(blob)), connection, patience);
  }

  /** What lies at {@code address}; nothing is asked of Azure before it is used. */
  public ObjectStore files(BlobAddress address) {
    return new BlobArtifactStore(folder(address));
  }

  /** Leases of the place at {@code address}. */
  public Leases leases(BlobAddress address) {
    return new BlobLeases(folder(address));
  }

  BlobFolder folder(BlobAddress address) {
    return new BlobFolder(clients().container(address), address);
  }

  /** Azure's client takes a while to load, and who needs no Blob storage should not wait for it. */
  private synchronized BlobClients clients() {
    if (clients == null) {
      clients = new BlobClients(connections(), patience);
    }
    return clients;
  }

  private List<String> connections() {
    return Stream.of(emulator, connection, Optional.of(EMULATOR.formatted(EMULATOR_BY_CUSTOM)))
        .flatMap(Optional::stream)
        .toList();
  }
}
