package io.facet.training.families.gaussian;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.Correction;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Learns a price list with a correction for proportions: the posterior mean of a Gaussian process,
 * brought into a form that needs no process to be read or served.
 */
public final class PriceListProcess {

  private static final long SHUFFLE = 20_261_123;

  private final Hyperparameters hyperparameters;
  private final int centres;
  private final int stones;
  private final boolean rising;

  private PriceListProcess(
      Hyperparameters hyperparameters, int centres, int stones, boolean rising) {
    this.hyperparameters = hyperparameters;
    this.centres = centres;
    this.stones = stones;
    this.rising = rising;
  }

  /**
   * With the hyperparameters that were found once for all.
   *
   * @param centres that the correction keeps
   * @param stones it learns from at most
   */
  public static PriceListProcess found(int centres, int stones) {
    return new PriceListProcess(Hyperparameters.found(), centres, stones, true);
  }

  /**
   * With the most likely hyperparameters of a fixed draw of {@code stones}.
   *
   * @param most how many are drawn at most; time grows with their cube
   * @param progress told how often the likelihood has been computed
   */
  public PriceListProcess tuned(List<Appraisal> stones, int most, IntConsumer progress) {
    Inputs inputs = new Inputs(draw(stones, most));
    return new PriceListProcess(
        MarginalLikelihood.maximize(inputs, progress), centres, this.stones, rising);
  }

  /** The same with a list as it was learned, which may fall where a stone gets better. */
  public PriceListProcess asLearned() {
    return new PriceListProcess(hyperparameters, centres, stones, false);
  }

  /** The hyperparameters by name. */
  public Map<String, Double> hyperparameters() {
    return hyperparameters.named();
  }

  public PriceList fit(List<Appraisal> appraised) {
    Inputs inputs = new Inputs(draw(appraised, stones));
    Posterior posterior = StudentNoise.posterior(inputs, hyperparameters);
    double[] typical = typical(inputs);
    double[] carats = ListTable.carats();
    double[] learned = ListTable.of(posterior, carats, typical);
    double[] listed = rising ? Monotone.projected(learned) : learned;
    Correction correction = Compaction.of(posterior, typical, centres);
    return new PriceList(carats, listed, correction);
  }

  /** The same stones each time, so that nothing depends on luck. */
  private static List<Appraisal> draw(List<Appraisal> stones, int most) {
    if (stones.size() <= most) {
      return stones;
    }
    List<Appraisal> shuffled = new ArrayList<>(stones);
    Collections.shuffle(shuffled, new Random(SHUFFLE));
    return shuffled.subList(0, most);
  }

  /** The median of each proportion. */
  private static double[] typical(Inputs inputs) {
    int first = Factor.DEPTH.ordinal();
    double[] typical = new double[Factor.COUNT - first];
    for (int i = 0; i < typical.length; i++) {
      double[] values = new double[inputs.size()];
      for (int stone = 0; stone < values.length; stone++) {
        values[stone] = inputs.factors(stone)[first + i];
      }
      Arrays.sort(values);
      typical[i] = values[values.length / 2];
    }
    return typical;
  }
}
