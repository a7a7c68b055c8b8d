package io.facet.registry.blob;

import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlobReleaseLeaseOptions;
import com.azure.storage.blob.options.BlobRenewLeaseOptions;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import io.facet.registry.RegistryException;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.interruption.Interruption;
import io.facet.registry.leases.Lease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A lease that is renewed three times a term, for as long as its process lives. */
final class BlobLease implements Lease {

  private static final System.Logger LOG = System.getLogger(BlobLease.class.getName());

  private final BlobFolder folder;
  private final BlobLeaseClient lease;
  private final Duration third;
  private final Thread renewal;
  private final Interruption interruption;

  BlobLease(BlobFolder folder, BlobLeaseClient lease, Duration term) {
    this.folder = folder;
    this.lease = lease;
    this.third = term.dividedBy(3);
    this.renewal = Thread.ofVirtual().name("lease").start(this::renewAgainAndAgain);
    this.interruption = Interruption.of(() -> release(null));
  }

  /** Renews it, which works for the holder only, even after its term while nobody else came. */
  @Override
  public boolean isHeld() {
    try {
      folder.ask(
          () -> lease.renewLeaseWithResponse(new BlobRenewLeaseOptions(), third, Context.NONE));
      return true;
    } catch (RegistryRefusedException e) {
      if (e.getCause() instanceof BlobStorageException answer
          && (answer.getStatusCode() == 409 || answer.getStatusCode() == 404)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    interruption.close();
    release(third);
  }

  /**
   * @param within null where the process ends: Azure's client watches the time on threads that have
   *     ended by then
   */
  private void release(@Nullable Duration within) {
    renewal.interrupt();
    try {
      folder.ask(
          () ->
              lease.releaseLeaseWithResponse(new BlobReleaseLeaseOptions(), within, Context.NONE));
    } catch (RegistryException e) {
      LOG.log(System.Logger.Level.DEBUG, "the lease was lost, or ends by itself", e);
    }
  }

  private void renewAgainAndAgain() {
    boolean held = true;
    while (held && !Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(third);
        held = isHeld();
      } catch (InterruptedException e) {
        return;
      } catch (RegistryException e) {
        LOG.log(System.Logger.Level.WARNING, "the lease could not be renewed, yet", e);
      }
    }
  }
}
