package io.facet.registry.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.RegistryRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every place does that offers leases. */
public interface LeasesContract {

  /** The leases of a place where nobody has taken one; the same place at every call. */
  Leases leases();

  @Test
  default void what_one_has_another_can_not_have_until_it_is_given_back() {
    try (Lease lease = leases().acquire("pipeline").orElseThrow()) {
      assertThat(leases().acquire("pipeline")).isEmpty();
      assertThat(leases().acquire("pipeline")).isEmpty();
      assertThat(lease.isHeld()).isTrue();
    }

    try (Lease next = leases().acquire("pipeline").orElseThrow()) {
      assertThat(next.isHeld()).isTrue();
    }
  }

  @Test
  default void leases_of_other_names_are_others() {
    try (Lease one = leases().acquire("pipeline").orElseThrow();
        Lease other = leases().acquire("drift").orElseThrow()) {
      assertThat(one.isHeld()).isTrue();
      assertThat(other.isHeld()).isTrue();
    }
  }

  @Test
  default void of_many_who_ask_at_once_one_gets_it() throws Exception {
    List<Lease> taken = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      Callable<Optional<Lease>> attempt = () -> leases().acquire("pipeline");
      for (Future<Optional<Lease>> each :
          pool.invokeAll(List.of(attempt, attempt, attempt, attempt, attempt, attempt))) {
        each.get().ifPresent(taken::add);
      }
    }

    assertThat(taken).hasSize(1);
    taken.forEach(Lease::close);
  }

  @Test
  default void a_lease_that_was_given_back_is_not_held_and_takes_nothing_from_the_next() {
    Lease former = leases().acquire("pipeline").orElseThrow();
    former.close();
    try (Lease next = leases().acquire("pipeline").orElseThrow()) {
      assertThat(former.isHeld()).isFalse();
      former.close();

      assertThat(next.isHeld()).isTrue();
      assertThat(leases().acquire("pipeline")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../x", "a//b", "a\\b"})
  default void a_name_that_leads_elsewhere_is_refused(String name) {
    assertThatThrownBy(() -> leases().acquire(name)).isInstanceOf(RegistryRefusedException.class);
  }
}
