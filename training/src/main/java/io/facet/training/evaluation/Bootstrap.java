package io.facet.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How sure figures are: the same stones drawn again and again with replacement, and the middle 95 %
 * of the figures that come out (Efron's percentile interval). It tells what other stones would have
 * changed, not what learning from other stones would have.
 */
public final class Bootstrap {

  /** Fewer stones than this say too little about what others would do. */
  public static final int FEWEST = 20;

  public static final int DRAWS = 1_000;

  private static final long SEED = 20_261_124;

  private Bootstrap() {}

  /**
   * The interval of each of {@link Figures#named}, by its name; none for fewer than {@value
   * #FEWEST} stones. The same stones have the same intervals.
   */
  public static Map<String, Interval> of(List<Priced> priced) {
    if (priced.size() < FEWEST) {
      return Map.of();
    }
    List<Map<String, Double>> draws = new ArrayList<>(DRAWS);
    SplittableRandom random = new SplittableRandom(SEED);
    Priced[] drawn = new Priced[priced.size()];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = priced.get(random.nextInt(drawn.length));
      }
      draws.add(Figures.of(Arrays.asList(drawn)).named());
    }
    Map<String, Interval> intervals = new LinkedHashMap<>();
    for (String figure : draws.getFirst().keySet()) {
      double[] sorted = draws.stream().mapToDouble(of -> of.get(figure)).sorted().toArray();
      int tail = (int) Math.round((1 - Interval.CONFIDENCE) / 2 * DRAWS);
      intervals.put(figure, new Interval(sorted[tail], sorted[DRAWS - 1 - tail]));
    }
    return intervals;
  }
}
