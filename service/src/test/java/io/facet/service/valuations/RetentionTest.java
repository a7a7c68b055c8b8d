package io.facet.service.valuations;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.valuations.ValuationStore.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private final ValuationStore store = new InMemoryValuationStore();
  private Instant now = Instant.now();
  private final Retention month = new Retention(store, Optional.of(Duration.ofDays(30)), () -> now);

  @Test
  void what_is_older_than_the_operator_wants_is_erased_whosever_it_is() {
    keep("Rossi");
    keep("Bianchi");

    now = now.plus(Duration.ofDays(29));
    month.look();
    assertThat(of("Rossi")).hasSize(1);

    now = now.plus(Duration.ofDays(2));
    month.look();
    assertThat(of("Rossi")).isEmpty();
    assertThat(of("Bianchi")).isEmpty();
  }

  @Test
  void many_are_erased_in_one_round() {
    for (int i = 0; i < 1_200; i++) {
      keep("Rossi");
    }
    now = now.plus(Duration.ofDays(31));

    month.look();

    assertThat(of("Rossi")).isEmpty();
  }

  @Test
  void without_the_setting_nothing_ever_runs() {
    Retention none = new Retention(store, Optional.empty(), () -> now);

    none.start();

    assertThat(none.isRunning()).isFalse();
  }

  private void keep(String business) {
    store.keep(ValuationStoreContract.of(business)).block();
  }

  private List<StoredValuation> of(String business) {
    return java.util.Objects.requireNonNull(store.newest(Wanted.all(business), 2_000).block());
  }
}
