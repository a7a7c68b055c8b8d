package io.facet.service.shadow;

import io.facet.service.models.ServedModel;
import io.facet.service.models.Witness;
import io.facet.service.store.GoesRounds;
import io.facet.service.store.Rounds;
import io.facet.valuation.stone.Diamond;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lets the challenger price a sample of the stones that were asked, in the background, and tells by
 * how much it differs. Whoever answers a request only lays the stone into a ring, which locks
 * nothing and wakes nobody; where the one at that place hasn't been compared yet, it is dropped.
 */
final class Shadow implements Witness, GoesRounds {

  /** One of so many is compared. */
  static final int SAMPLE = 8;

  /** A power of two. */
  static final int WAITING = 2_048;

  private final AtomicReferenceArray<@Nullable Asked> ring = new AtomicReferenceArray<>(WAITING);
  private final AtomicLong next = new AtomicLong();
  private final MeterRegistry meters;
  private final Counter dropped;
  private final Rounds rounds =
      new Rounds("shadow", Duration.ofMillis(200), this::compare, this::stopComparing);
  private volatile @Nullable Comparison comparison;

  Shadow(MeterRegistry meters) {
    this.meters = meters;
    this.dropped =
        Counter.builder("facet.shadow.dropped")
            .description("Stones of the sample that were not compared because too many waited")
            .register(meters);
  }

  private record Asked(Diamond stone, double price) {}

  /** From now on that model is compared, or none. */
  synchronized void challenge(Optional<ServedModel> challenger) {
    Comparison before = comparison;
    comparison = null;
    if (before != null) {
      before.forget(meters);
    }
    challenger.ifPresent(model -> comparison = Comparison.with(model, meters));
  }

  @Override
  public void saw(Diamond stone, double price, ServedModel by) {
    if (comparison != null && ThreadLocalRandom.current().nextInt(SAMPLE) == 0) {
      add(stone, price);
    }
  }

  void add(Diamond stone, double price) {
    int place = (int) next.getAndIncrement() & WAITING - 1;
    if (!ring.compareAndSet(place, null, new Asked(stone, price))) {
      dropped.increment();
    }
  }

  /** Compares all that waits. */
  void compare() {
    Comparison with = comparison;
    for (int place = 0; place < WAITING; place++) {
      Asked asked = ring.getAndSet(place, null);
      if (asked != null && with != null) {
        with.add(asked.stone(), asked.price());
      }
    }
  }

  private void stopComparing() {
    challenge(Optional.empty());
  }

  @Override
  public Rounds rounds() {
    return rounds;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(5);
  }
}
