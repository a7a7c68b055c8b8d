package io.facet.registry.blob;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import io.facet.registry.RegistryException;
import io.facet.registry.artifacts.ArtifactPath;
import java.util.function.Supplier;

/** A folder of a container, whose trouble is told in our words. */
final class BlobFolder {

  private final BlobContainerClient container;
  private final String prefix;
  private final BlobFailures failures;

  BlobFolder(BlobContainerClient container, BlobAddress address) {
    this.container = container;
    this.prefix = address.folder().isEmpty() ? "" : address.folder() + "/";
    this.failures = new BlobFailures(container, address.account());
  }

  BlobContainerClient container() {
    return container;
  }

  BlobClient blob(String path) {
    return container.getBlobClient(prefix + ArtifactPath.of(path));
  }

  /** What the names of all blobs in {@code folder} begin with; {@code ""} is this folder. */
  String beginning(String folder) {
    return folder.isEmpty() ? prefix : prefix + ArtifactPath.of(folder) + "/";
  }

  /** The path, seen from this folder, of the blob {@code name}. */
  String path(String name) {
    return name.substring(prefix.length());
  }

  <T> T ask(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw failures.translated(e);
    }
  }

  RegistryException translated(Throwable failure) {
    return failures.translated(failure);
  }
}
