package io.facet.training.cli;

import io.facet.valuation.RangeCalibration;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --coverage}: how many of a hundred prices the range is to hold. */
final class CoverageOption {

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--coverage",
      paramLabel = "PERCENT",
      description =
          "low and high hold this share of prices: 50, 80, 90 or 95 for models trained since there"
              + " was a choice (default: what the model states, 90)")
  private @Nullable BigDecimal percent;

  /** The share in (0, 1), one of those that {@code ranges} have. */
  double of(RangeCalibration ranges) {
    if (percent == null) {
      return ranges.coverage();
    }
    for (double coverage : ranges.coverages()) {
      if (percent(coverage).compareTo(percent) == 0) {
        return coverage;
      }
    }
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "--coverage %s: this model has ranges for %s %% of prices"
            .formatted(
                percent.toPlainString(),
                ranges.coverages().stream()
                    .sorted()
                    .map(coverage -> percent(coverage).toPlainString())
                    .collect(Collectors.joining(", "))));
  }

  private static BigDecimal percent(double coverage) {
    return BigDecimal.valueOf(coverage).movePointRight(2).stripTrailingZeros();
  }
}
