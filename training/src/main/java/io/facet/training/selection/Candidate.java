package io.facet.training.selection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep found out about one family.
 *
 * @param family its name
 * @param parameters its settings
 * @param metrics out of fold, on the folds that every stated figure is from
 * @param foldMaes mean absolute error of each fold in USD; of more folds where it is close
 * @param seconds that the sweep spent on it; what two families share is counted once
 */
public record Candidate(
    String family,
    Map<String, String> parameters,
    Map<String, Double> metrics,
    List<Double> foldMaes,
    double seconds) {

  public Candidate {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    foldMaes = List.copyOf(foldMaes);
  }

  double mae() {
    return metrics.getOrDefault("mae_usd", Double.NaN);
  }

  /** How much more it errs than {@code other}. */
  Difference minus(Candidate other) {
    return Difference.between(errors(), other.errors());
  }

  private double[] errors() {
    return foldMaes.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
