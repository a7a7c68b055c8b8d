package io.facet.service.following;

import io.facet.service.models.ServedModel;
import io.facet.valuation.Appraiser;
import io.facet.valuation.comparables.Comparables;
import io.facet.valuation.stone.Diamond;
import java.util.List;
import java.util.stream.IntStream;

/** Runs a model before anybody waits for it, so that its first callers meet compiled code. */
final class WarmUp {

  private static final int ESTIMATES = 3_000;
  private static final int VALUATIONS = 300;
  private static final int COMPARABLES = 300;
  private static final int SIZES = 30;

  private WarmUp() {}

  static void run(ServedModel model) {
    List<Diamond> stones = stones(model.appraiser());
    run(model.appraiser(), stones);
    model.comparables().ifPresent(comparables -> run(comparables, stones));
  }

  private static List<Diamond> stones(Appraiser appraiser) {
    return IntStream.range(0, SIZES)
        .mapToObj(i -> scaled(appraiser.reference().stone(), .7 + .02 * i))
        .toList();
  }

  private static void run(Comparables comparables, List<Diamond> stones) {
    for (int i = 0; i < COMPARABLES; i++) {
      Diamond stone = stones.get(i % SIZES);
      comparables.nearest(stone, 3).forEach(near -> check(near.adjusted()));
      comparables.strict(stone, 3).forEach(near -> check(near.adjusted()));
    }
  }

  private static void run(Appraiser appraiser, List<Diamond> stones) {
    for (int i = 0; i < ESTIMATES; i++) {
      check(appraiser.estimate(stones.get(i % SIZES)).price());
    }
    for (int i = 0; i < VALUATIONS; i++) {
      check(appraiser.value(stones.get(i % SIZES)).estimate().price());
    }
  }

  private static void check(double price) {
    if (!(price > 0 && Double.isFinite(price))) {
      throw new IllegalStateException("it prices an ordinary stone at " + price);
    }
  }

  /** The same stone at another size, in the same proportions. */
  private static Diamond scaled(Diamond stone, double by) {
    return new Diamond(
        stone.carat() * by * by * by,
        stone.cut(),
        stone.color(),
        stone.clarity(),
        stone.depth(),
        stone.table(),
        stone.x() * by,
        stone.y() * by,
        stone.z() * by);
  }
}
