package io.facet.training.cli;

import io.facet.valuation.Appraiser;
import io.facet.valuation.Caveat;
import io.facet.valuation.Estimate;
import io.facet.valuation.Reason;
import io.facet.valuation.Valuation;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the model says of a stone: the columns after those of the file.
 *
 * @param appraiser the model
 * @param coverage share of prices that the range holds
 * @param explain whether to add the reference price and the nine multipliers
 * @param mean whether to add the mean price
 */
record FigureColumns(Appraiser appraiser, double coverage, boolean explain, boolean mean) {

  List<String> header() {
    List<String> header = new ArrayList<>(List.of("estimate", "low", "high", "problem"));
    if (explain) {
      header.add("reference");
      for (Factor factor : Factor.values()) {
        header.add("factor_" + factor.label());
      }
    }
    header.add("caveats");
    if (mean) {
      header.add("mean");
    }
    return header;
  }

  List<String> cells(Diamond stone) {
    List<String> reasons = new ArrayList<>();
    Estimate estimate;
    if (explain) {
      Valuation valuation = appraiser.value(stone, coverage);
      estimate = valuation.estimate();
      reasons.add(Double.toString(valuation.referencePrice()));
      for (Reason reason : valuation.reasons()) {
        reasons.add(Double.toString(reason.multiplier()));
      }
    } else {
      estimate = appraiser.estimate(stone, coverage);
    }
    List<String> cells = new ArrayList<>();
    cells.add(Double.toString(estimate.price()));
    cells.add(Double.toString(estimate.range().low()));
    cells.add(Double.toString(estimate.range().high()));
    cells.add("");
    cells.addAll(reasons);
    cells.add(estimate.caveats().stream().map(Caveat::text).collect(Collectors.joining("; ")));
    if (mean) {
      cells.add(Double.toString(appraiser.mean(stone)));
    }
    return cells;
  }

  /** The cells of a row that is no stone; what follows stays empty. */
  static List<String> refused(String problem) {
    return List.of("", "", "", problem);
  }
}
