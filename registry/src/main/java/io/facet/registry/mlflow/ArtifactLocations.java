package io.facet.registry.mlflow;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.artifacts.ArtifactStore;
import io.facet.registry.blob.BlobAddress;
import io.facet.registry.storage.Storages;
import java.net.URI;

/**
 * Reads MLflow's artifact URIs. An experiment's {@code artifact_location} decides: behind MLflow's
 * proxy, which holds the keys so that we need none, or straight in Blob storage.
 */
final class ArtifactLocations {

  private static final String PROXY = "mlflow-artifacts";

  private final ArtifactStore proxy;
  private final Storages storages;

  ArtifactLocations(ArtifactStore proxy, Storages storages) {
    this.proxy = proxy;
    this.storages = storages;
  }

  ArtifactLocation of(String artifactUri) {
    if (BlobAddress.looksLikeOne(artifactUri)) {
      BlobAddress address = BlobAddress.of(artifactUri);
      return new ArtifactLocation(storages.at(address.root().toString()).files(), address.folder());
    }
    URI uri = URI.create(artifactUri);
    if (!PROXY.equals(uri.getScheme()) || uri.getPath() == null) {
      throw new RegistryRefusedException(
          "MLflow keeps artifacts at %s, neither behind its proxy nor in Blob storage: start it with --serve-artifacts"
              .formatted(artifactUri),
          null);
    }
    return new ArtifactLocation(proxy, uri.getPath().replaceFirst("^/+", ""));
  }
}
