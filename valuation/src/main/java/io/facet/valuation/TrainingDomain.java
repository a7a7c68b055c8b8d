package io.facet.valuation;

import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What the model has seen: the lowest and highest value of each factor among its stones. */
public final class TrainingDomain {

  private final double[] lowest;
  private final double[] highest;

  /** Both arrays hold the nine factors in their order. */
  public TrainingDomain(double[] lowest, double[] highest) {
    if (lowest.length != Factor.COUNT || highest.length != Factor.COUNT) {
      throw new IllegalArgumentException("a training domain has " + Factor.COUNT + " factors");
    }
    this.lowest = lowest.clone();
    this.highest = highest.clone();
    for (Factor factor : Factor.values()) {
      int grades = factor.grades().size();
      if (grades > 0 && !(isGrade(lowest(factor), grades) && isGrade(highest(factor), grades))) {
        throw new IllegalArgumentException("the domain of " + factor.label() + " has no grades");
      }
    }
  }

  /** The domain of {@code stones}, of which there must be some. */
  public static TrainingDomain of(Collection<Diamond> stones) {
    if (stones.isEmpty()) {
      throw new IllegalArgumentException("no stones");
    }
    double[] lowest = new double[Factor.COUNT];
    double[] highest = new double[Factor.COUNT];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    for (Diamond stone : stones) {
      double[] factors = Factor.all(stone);
      for (int i = 0; i < Factor.COUNT; i++) {
        lowest[i] = Math.min(lowest[i], factors[i]);
        highest[i] = Math.max(highest[i], factors[i]);
      }
    }
    return new TrainingDomain(lowest, highest);
  }

  public double lowest(Factor factor) {
    return lowest[factor.ordinal()];
  }

  public double highest(Factor factor) {
    return highest[factor.ordinal()];
  }

  private static boolean isGrade(double position, int grades) {
    return position >= 0 && position < grades;
  }

  /** A caveat for each factor that lies outside of what was seen. */
  List<Caveat> caveats(double[] factors) {
    List<Caveat> caveats = List.of();
    for (int i = 0; i < Factor.COUNT; i++) {
      if (!(factors[i] >= lowest[i] && factors[i] <= highest[i])) {
        if (caveats.isEmpty()) {
          caveats = new ArrayList<>(1);
        }
        caveats.add(beyond(Factor.values()[i], factors[i]));
      }
    }
    return caveats;
  }

  private Caveat beyond(Factor factor, double value) {
    return new Caveat(
        "beyond_training",
        "The model has not seen such a stone: %s %s, where it learned from %s to %s."
            .formatted(
                factor.words(),
                factor.format(value),
                factor.format(lowest(factor)),
                factor.format(highest(factor))));
  }
}
