package io.facet.registry.leases;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.JavaProcess;
import io.facet.registry.storage.Storages;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What leases do when their holders are processes, which may die. */
@Timeout(180)
public interface LeasesAcrossProcessesContract extends LeasesContract {

  /** The place of {@link #leases()}. */
  String address();

  /** What another process needs in its environment to open it. */
  Map<String, String> environment();

  @Test
  default void what_a_process_has_can_be_had_when_it_was_killed() throws Exception {
    Process holder = another("hold");
    try {
      assertThat(firstWord(holder)).isEqualTo("held");
      assertThat(leases().acquire("pipeline")).isEmpty();
    } finally {
      holder.destroyForcibly().waitFor();
    }

    Optional<Lease> lease = leases().acquire("pipeline");
    while (lease.isEmpty()) {
      Thread.sleep(500);
      lease = leases().acquire("pipeline");
    }
    assertThat(lease.get().isHeld()).isTrue();
    lease.get().close();
  }

  @Test
  default void what_we_have_no_other_process_can_have_even_after_we_asked_twice() throws Exception {
    try (Lease lease = leases().acquire("pipeline").orElseThrow()) {
      assertThat(leases().acquire("pipeline")).isEmpty();

      Process other = another("try");
      assertThat(firstWord(other)).isEqualTo("refused");
      assertThat(other.waitFor()).isZero();
      assertThat(lease.isHeld()).isTrue();
    }
  }

  private Process another(String what) throws IOException {
    return JavaProcess.start(Other.class, List.of(), environment(), what, address());
  }

  private static String firstWord(Process process) throws IOException {
    try (BufferedReader words = process.inputReader()) {
      return words.readLine();
    }
  }

  /** The other process: holds the lease for ever, or tries to take it. */
  final class Other {

    private Other() {}

    /** Says on standard output whether it got the lease. */
    public static void main(String[] arguments) throws InterruptedException {
      List<String> given = List.of(arguments);
      Leases leases = Storages.of(System.getenv()).at(given.get(1)).leases();
      Optional<Lease> lease = leases.acquire("pipeline");
      System.out.println(lease.isPresent() ? "held" : "refused");
      if (given.getFirst().equals("hold")) {
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }
}
