package io.facet.registry.storage;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.blob.BlobAccounts;
import io.facet.registry.blob.BlobAddress;
import io.facet.registry.files.FolderArtifactStore;
import io.facet.registry.files.FolderLeases;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens places by their address. Nothing is asked of a place before it is used. */
public final class Storages {

  private final BlobAccounts accounts;

  private Storages(BlobAccounts accounts) {
    this.accounts = accounts;
  }

  /** With the keys to Blob storage that {@code environment} holds, see {@link BlobAccounts}. */
  public static Storages of(Map<String, String> environment) {
    return new Storages(BlobAccounts.of(environment));
  }

  /** The same, with the emulator of Blob storage at {@code blob}, such as that of a local stack. */
  public Storages withEmulator(URI blob) {
    return new Storages(accounts.withEmulator(blob));
  }

  /**
   * The place at {@code address}: a folder of this machine, or of Blob storage as in {@link
   * BlobAddress}.
   *
   * @throws RegistryRefusedException when it is neither
   */
  public Storage at(String address) {
    if (BlobAddress.looksLikeOne(address)) {
      BlobAddress blob = BlobAddress.of(address);
      return new Storage(blob.toString(), accounts.files(blob), accounts.leases(blob));
    }
    Path folder = folder(address);
    return new Storage(
        folder.toString(), new FolderArtifactStore(folder), new FolderLeases(folder));
  }

  private static Path folder(String address) {
    if (!address.isBlank() && !address.contains("://")) {
      try {
        return Path.of(address);
      } catch (InvalidPathException e) {
        throw neither(address, e);
      }
    }
    throw neither(address, null);
  }

  private static RegistryRefusedException neither(String address, @Nullable Throwable cause) {
    return new RegistryRefusedException(
        "\"%s\" is neither a folder nor an address of Blob storage, such as %s"
            .formatted(address, BlobAddress.EXAMPLE),
        cause);
  }
}
