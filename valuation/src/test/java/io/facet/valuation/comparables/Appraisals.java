package io.facet.valuation.comparables;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Diamond;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Collections of appraised stones. */
final class Appraisals {

  private Appraisals() {}

  static List<PriceModel> models(long seed) {
    return List.of(Stones.linear(), Stones.trees(20, 6, seed), Stones.priceList(seed));
  }

  /**
   * Stones such as a dealer has: weights to a hundredth, many of them the same, and now and then an
   * identical stone that another expert has priced otherwise.
   */
  static List<Appraisal> random(int count, long seed) {
    Random random = new Random(seed);
    List<Appraisal> appraisals = new ArrayList<>();
    while (appraisals.size() < count) {
      Diamond stone =
          appraisals.isEmpty() || random.nextInt(10) > 0
              ? rounded(Stones.random(random))
              : appraisals.get(random.nextInt(appraisals.size())).stone();
      appraisals.add(new Appraisal(stone, 300 + random.nextInt(18_000)));
    }
    return appraisals;
  }

  private static Diamond rounded(Diamond stone) {
    return new Diamond(
        Math.rint(20 * stone.carat()) / 20,
        stone.cut(),
        stone.color(),
        stone.clarity(),
        Math.rint(stone.depth()),
        Math.rint(stone.table()),
        stone.x(),
        stone.y(),
        stone.z());
  }
}
