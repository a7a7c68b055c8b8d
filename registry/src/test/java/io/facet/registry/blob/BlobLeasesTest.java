package io.facet.registry.blob;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import io.facet.registry.Azurite;
import io.facet.registry.leases.Lease;
import io.facet.registry.leases.Leases;
import io.facet.registry.leases.LeasesAcrossProcessesContract;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Azure's own leases, on a real Azurite. */
class BlobLeasesTest implements LeasesAcrossProcessesContract {

  /** The shortest that Azure allows. */
  private static final Duration TERM = Duration.ofSeconds(15);

  private static final BlobContainerClient CONTAINER = Azurite.container("leases");

  private final String folder = UUID.randomUUID().toString();

  @Override
  public Leases leases() {
    BlobAccounts accounts = BlobAccounts.of(Azurite.environment());
    return new BlobLeases(accounts.folder(BlobAddress.of(address())), TERM);
  }

  @Override
  public String address() {
    return Azurite.address("leases", folder);
  }

  @Override
  public Map<String, String> environment() {
    return Azurite.environment();
  }

  @Test
  void a_lease_outlives_its_term_while_its_process_lives() throws InterruptedException {
    try (Lease lease = leases().acquire("pipeline").orElseThrow()) {
      Thread.sleep(TERM.plusSeconds(3));

      assertThat(leases().acquire("pipeline")).isEmpty();
      assertThat(lease.isHeld()).isTrue();
    }
  }

  @Test
  void a_lease_that_somebody_broke_is_lost() {
    try (Lease lease = leases().acquire("pipeline").orElseThrow()) {
      new BlobLeaseClientBuilder()
          .blobClient(CONTAINER.getBlobClient(folder + "/leases/pipeline"))
          .buildClient()
          .breakLeaseWithResponse(0, null, null, null);

      assertThat(lease.isHeld()).isFalse();
      try (Lease next = leases().acquire("pipeline").orElseThrow()) {
        assertThat(next.isHeld()).isTrue();
        assertThat(lease.isHeld()).isFalse();
      }
    }
  }

  @Test
  void a_lease_whose_blob_was_deleted_is_lost() {
    try (Lease lease = leases().acquire("pipeline").orElseThrow()) {
      new BlobLeaseClientBuilder()
          .blobClient(CONTAINER.getBlobClient(folder + "/leases/pipeline"))
          .buildClient()
          .breakLeaseWithResponse(0, null, null, null);
      CONTAINER.getBlobClient(folder + "/leases/pipeline").delete();

      assertThat(lease.isHeld()).isFalse();
    }
  }
}
