package io.facet.valuation;

import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What the model has seen: the lowest and highest value of each factor among its stones, and the
 * dearest of them.
 */
public final class TrainingDomain {

  private final double[] lowest;
  private final double[] highest;
  private final double dearest;

  /** Both arrays hold the nine factors in their order; prices may have been any. */
  public TrainingDomain(double[] lowest, double[] highest) {
    this(lowest, highest, Double.MAX_VALUE);
  }

  /**
   * @param lowest value of each of the nine factors, in their order
   * @param highest value of each
   * @param dearest price of a stone that was learned from, in USD
   */
  public TrainingDomain(double[] lowest, double[] highest, double dearest) {
    if (lowest.length != Factor.COUNT || highest.length != Factor.COUNT) {
      throw new IllegalArgumentException("a training domain has " + Factor.COUNT + " factors");
    }
    this.lowest = lowest.clone();
    this.highest = highest.clone();
    this.dearest = dearest;
    if (!(dearest > 0)) {
      throw new IllegalArgumentException("the dearest stone cost " + dearest);
    }
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

  /** The same domain, learned from prices up to {@code usd}. */
  public TrainingDomain withDearest(double usd) {
    return new TrainingDomain(lowest, highest, usd);
  }

  public double lowest(Factor factor) {
    return lowest[factor.ordinal()];
  }

  public double highest(Factor factor) {
    return highest[factor.ordinal()];
  }

  /** Price of the dearest stone that was learned from, in USD. */
  public double dearest() {
    return dearest;
  }

  private static boolean isGrade(double position, int grades) {
    return position >= 0 && position < grades;
  }

  /** A caveat for each factor that lies outside of what was seen, and for the price. */
  void addCaveats(double[] factors, double price, Consumer<Caveat> caveats) {
    for (int i = 0; i < Factor.COUNT; i++) {
      if (!(factors[i] >= lowest[i] && factors[i] <= highest[i])) {
        caveats.accept(beyond(Factor.at(i), factors[i]));
      }
    }
    if (price > dearest) {
      caveats.accept(
          new Caveat(
              "dearer_than_learned",
              String.format(
                  Locale.ROOT,
                  "No stone that the model learned from cost more than $%,.0f: this price is a guess.",
                  dearest)));
    }
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
