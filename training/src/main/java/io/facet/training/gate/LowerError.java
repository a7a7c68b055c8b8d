package io.facet.training.gate;

import io.facet.training.evaluation.Figures;
import io.facet.training.gate.Evidence.Incomparable;
import io.facet.training.gate.Evidence.Paired;
import io.facet.training.gate.Evidence.Unopposed;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The challenger errs less than the champion, by more than other stones would change: the upper end
 * of the one-sided 95 % interval of the difference lies below 0.
 *
 * @param rival the champion's name
 * @param mae mean absolute error of the challenger, USD
 * @param rivalMae the same of the champion
 * @param atMost upper end of the interval of their difference, USD
 * @param p how likely a difference of 0 or above is, by the bootstrap
 */
public record LowerError(String rival, double mae, double rivalMae, double atMost, double p)
    implements Bar {

  static final String NAME = "errs less";
  static final double CONFIDENCE = .95;

  static Bar bar(Evidence evidence) {
    return switch (evidence) {
      case Unopposed none -> Unjudged.unopposed(NAME);
      case Incomparable incomparable -> new Unjudged(NAME, Standing.MISSED, incomparable.why());
      case Paired paired -> of(paired);
    };
  }

  static LowerError of(Paired paired) {
    PairedBootstrap difference = PairedBootstrap.of(paired, (ours, theirs) -> ours - theirs);
    return new LowerError(
        paired.rival(),
        Figures.of(paired.challenger()).mae(),
        Figures.of(paired.champion()).mae(),
        difference.quantile(CONFIDENCE),
        difference.orMore(0));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Standing standing() {
    return Standing.of(atMost < 0);
  }

  @Override
  public String figure() {
    return String.format(Locale.ROOT, "%+.2f USD (95 %%: below %+.2f)", mae - rivalMae, atMost);
  }

  @Override
  public String sentence() {
    String errors =
        String.format(Locale.ROOT, "It errs by %.2f USD a stone, %s by %.2f", mae, rival, rivalMae);
    return errors
        + (standing() == Standing.MET
            ? ": better, and by more than chance."
            : mae < rivalMae
                ? ": better, but other stones could well have said the opposite."
                : ": no better.");
  }

  @Override
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("mae_usd", mae);
    figures.put("champion_mae_usd", rivalMae);
    figures.put("difference_at_most_usd", atMost);
    figures.put("p", p);
    return figures;
  }
}
