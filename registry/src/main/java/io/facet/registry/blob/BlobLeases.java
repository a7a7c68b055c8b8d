package io.facet.registry.blob;

import static io.facet.registry.blob.BlobFailures.answered;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.options.BlobAcquireLeaseOptions;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.leases.Lease;
import io.facet.registry.leases.Leases;
import java.time.Duration;
import java.util.Optional;

/** Azure's own leases, each on an empty blob under {@code leases/}. */
final class BlobLeases implements Leases {

  /** Half of what Azure allows: a short trouble of the network is survived, and so is a wait. */
  private static final Duration TERM = Duration.ofSeconds(30);

  private final BlobFolder folder;
  private final Duration term;

  BlobLeases(BlobFolder folder) {
    this(folder, TERM);
  }

  BlobLeases(BlobFolder folder, Duration term) {
    this.folder = folder;
    this.term = term;
  }

  @Override
  public Optional<Lease> acquire(String name) {
    BlobClient blob = folder.blob("leases/" + name);
    BlobLeaseClient lease = new BlobLeaseClientBuilder().blobClient(blob).buildClient();
    try {
      acquire(blob, lease);
      return Optional.of(new BlobLease(folder, lease, term));
    } catch (RegistryRefusedException e) {
      if (answered(e, BlobErrorCode.LEASE_ALREADY_PRESENT)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void acquire(BlobClient blob, BlobLeaseClient lease) {
    try {
      ask(lease);
    } catch (RegistryRefusedException e) {
      if (!answered(e, BlobErrorCode.BLOB_NOT_FOUND)) {
        throw e;
      }
      create(blob);
      ask(lease);
    }
  }

  /**
   * Each lease proposes an id of its own, so that a lost answer does no harm: it is asked again.
   */
  private void ask(BlobLeaseClient lease) {
    BlobAcquireLeaseOptions options = new BlobAcquireLeaseOptions((int) term.toSeconds());
    folder.ask(() -> lease.acquireLeaseWithResponse(options, null, Context.NONE));
  }

  /** Where somebody else was faster, theirs is as good. */
  private void create(BlobClient blob) {
    BlobParallelUploadOptions options =
        new BlobParallelUploadOptions(BinaryData.fromBytes(new byte[0]))
            .setRequestConditions(new BlobRequestConditions().setIfNoneMatch("*"));
    try {
      folder.ask(() -> blob.uploadWithResponse(options, null, Context.NONE));
    } catch (RegistryRefusedException e) {
      if (!answered(
          e,
          BlobErrorCode.BLOB_ALREADY_EXISTS,
          BlobErrorCode.CONDITION_NOT_MET,
          BlobErrorCode.LEASE_ID_MISSING)) {
        throw e;
      }
    }
  }
}
