package io.facet.training.evaluation;

import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Diamond;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether better stones cost more.
 *
 * @param onGrid over all weights and grades, at typical proportions
 * @param aroundStones over the stones that were learned from, at their own proportions
 */
public record Rising(Falls onGrid, Falls aroundStones) {

  /** Asks what {@code appraiser} has learned about its reference stone and {@code stones}. */
  public static Rising of(Appraiser appraiser, List<Diamond> stones) {
    return new Rising(
        Falls.onGrid(appraiser.model(), appraiser.domain(), appraiser.typicalFactors()),
        Falls.aroundStones(appraiser.model(), stones));
  }

  /** The falls by name, units in the names, in a fixed order. */
  public Map<String, Double> named() {
    Map<String, Double> named = new LinkedHashMap<>();
    named.put("falls_on_grid", (double) onGrid.all().falls());
    named.put("falls_on_grid_percent", onGrid.all().percent());
    named.put("falls_around_stones_percent", aroundStones.all().percent());
    return named;
  }
}
