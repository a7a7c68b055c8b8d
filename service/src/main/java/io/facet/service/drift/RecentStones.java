package io.facet.service.drift;

import io.facet.service.models.ServedModel;
import io.facet.service.models.Witness;
import io.facet.valuation.stone.Diamond;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stones asked last; older ones are written over. To remember one makes no garbage. */
final class RecentStones implements Witness {

  /** A power of two, so that a stone's place is a mask away. */
  static final int KEPT = 4_096;

  private final AtomicReferenceArray<@Nullable Diamond> ring = new AtomicReferenceArray<>(KEPT);
  private final AtomicLong seen = new AtomicLong();

  @Override
  public void saw(Diamond stone, double price, ServedModel by) {
    ring.setRelease((int) seen.getAndIncrement() & KEPT - 1, stone);
  }

  /** In no order. */
  Stream<Diamond> stones() {
    return IntStream.range(0, KEPT).mapToObj(ring::getAcquire).filter(Objects::nonNull);
  }
}
