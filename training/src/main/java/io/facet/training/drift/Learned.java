package io.facet.training.drift;

import io.facet.registry.profile.Distribution;
import io.facet.registry.profile.Profile;
import io.facet.training.evaluation.Priced;
import io.facet.valuation.stone.Factor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a model has learned from. */
public final class Learned {

  private Learned() {}

  /** The profile of stones that were priced by models that had not seen them. */
  public static Profile profile(List<Priced> outOfFold) {
    Map<String, Distribution> factors = new LinkedHashMap<>();
    for (Factor factor : Factor.values()) {
      double[] values = outOfFold.stream().mapToDouble(one -> factor.of(one.stone())).toArray();
      factors.put(factor.label(), Distribution.of(factor, values));
    }
    double[] estimates = outOfFold.stream().mapToDouble(Priced::estimate).toArray();
    double[] errors = outOfFold.stream().mapToDouble(Learned::error).toArray();
    Moments moments = new Moments();
    for (double error : errors) {
      moments.add(error);
    }
    return new Profile(
        outOfFold.size(),
        factors,
        Distribution.tenths(estimates, usd -> String.format(Locale.ROOT, "$%,.0f", usd)),
        new Profile.Errors(
            Distribution.tenths(
                errors, log -> String.format(Locale.ROOT, "%+.1f %%", 100 * Math.expm1(log))),
            moments.mean(),
            moments.deviation()));
  }

  private static double error(Priced one) {
    return Math.log(one.appraised() / one.estimate());
  }
}
