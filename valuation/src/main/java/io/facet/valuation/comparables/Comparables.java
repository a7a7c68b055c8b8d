package io.facet.valuation.comparables;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.List;

/**
 * The appraised stones of a collection, to be asked for those nearest to a stone, each adjusted to
 * it. The search is exact. Immutable, so any number of threads may ask at once; made once for a
 * model and its stones, because it first learns from the model what matters.
 */
public final class Comparables {

  private static final int NONE = -1;

  private final PriceModel model;
  private final List<Appraisal> stones;
  private final Metric metric;
  private final Neighbours neighbours;
  private final int own;

  private Comparables(
      PriceModel model, List<Appraisal> stones, Metric metric, Neighbours neighbours, int own) {
    this.model = model;
    this.stones = stones;
    this.metric = metric;
    this.neighbours = neighbours;
    this.own = own;
  }

  /**
   * Prepares {@code stones}, which {@code model} adjusts.
   *
   * @throws IllegalArgumentException when there are no stones
   */
  public static Comparables of(PriceModel model, List<Appraisal> stones) {
    if (stones.isEmpty()) {
      throw new IllegalArgumentException("there are no appraised stones to compare with");
    }
    List<Appraisal> copy = List.copyOf(stones);
    double[][] factors =
        copy.stream().map(Appraisal::stone).map(Factor::all).toArray(double[][]::new);
    Metric metric = new Metric(model, factors);
    return new Comparables(model, copy, metric, new Neighbours(metric, copy, factors), NONE);
  }

  /** All stones, in the order in which they were given. */
  public List<Appraisal> stones() {
    return stones;
  }

  /**
   * The same without {@code appraisal}, for whoever values a stone of the collection itself: its
   * own price is no evidence for it. Another appraisal of an identical stone stays, for there is no
   * better one. Changes nothing where the collection doesn't hold {@code appraisal}.
   */
  public Comparables without(Appraisal appraisal) {
    return new Comparables(model, stones, metric, neighbours, neighbours.find(appraisal));
  }

  /**
   * The {@code count} stones that are nearest to {@code asked} in all nine factors, nearest first;
   * fewer where there are no more. Of equally near stones, those given first.
   */
  public List<ComparableStone> nearest(Diamond asked, int count) {
    return adjusted(asked, neighbours.nearest(asked, positive(count), own));
  }

  /**
   * The same among stones of the same color, clarity and cut: the closest weight first, of equal
   * weights the closest proportions. May be empty.
   */
  public List<ComparableStone> strict(Diamond asked, int count) {
    return adjusted(asked, neighbours.strict(asked, positive(count), own));
  }

  private int positive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one comparable must be asked for: " + count);
    }
    return Math.min(count, stones.size());
  }

  private List<ComparableStone> adjusted(Diamond asked, int[] found) {
    double[] factors = Factor.all(asked);
    double[] place = metric.place(factors);
    List<ComparableStone> comparables = new ArrayList<>(found.length);
    for (int stone : found) {
      comparables.add(adjusted(factors, place, stones.get(stone)));
    }
    return comparables;
  }

  private ComparableStone adjusted(double[] factors, double[] place, Appraisal appraisal) {
    double[] theirs = Factor.all(appraisal.stone());
    double[] contributions = model.contributions(factors, theirs);
    List<Adjustment> adjustments = new ArrayList<>(Factor.COUNT);
    double price = appraisal.price();
    for (Factor factor : Factor.values()) {
      double multiplier = Math.exp(contributions[factor.ordinal()]);
      adjustments.add(new Adjustment(factor, multiplier));
      price *= multiplier;
    }
    double distance = Metric.distance(place, metric.place(theirs));
    return new ComparableStone(appraisal, distance, price, adjustments);
  }
}
