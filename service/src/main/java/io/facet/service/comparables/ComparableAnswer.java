package io.facet.service.comparables;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.stones.Stone;
import io.facet.valuation.Usd;
import io.facet.valuation.comparables.Adjustment;
import io.facet.valuation.comparables.ComparableStone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A real stone, adjusted to the asked one, as it is answered. */
@Schema(
    name = "Comparable",
    description =
        "A real stone that an expert has priced, and what its price says about the asked stone.")
public record ComparableAnswer(
    Stone stone,
    @Schema(description = "What the expert says this stone is worth, in USD", example = "3120.00")
        BigDecimal appraised,
    @Schema(
            description =
                "What the asked stone is worth by this appraisal, in USD: the appraised price"
                    + " after all adjustments",
            example = "3287.40")
        BigDecimal adjusted,
    @JsonProperty("gross_adjustment")
        @Schema(
            description =
                "How much had to be adjusted either way, as a share of the price: 0.08 is 8 %. The"
                    + " smaller, the better the evidence",
            example = "0.0812")
        BigDecimal grossAdjustment,
    @Schema(
            description =
                "One step for each attribute that differs; their USD and the appraised price sum"
                    + " exactly to the adjusted price. Empty for an identical stone")
        List<Step> adjustments) {

  @Schema(name = "Adjustment", description = "What one attribute changes.")
  record Step(
      @Schema(
              description = "What differs",
              example = "color",
              allowableValues = {
                "carat",
                "color",
                "clarity",
                "cut",
                "depth",
                "table",
                "spread",
                "roundness",
                "height"
              })
          String factor,
      @Schema(description = "What the difference multiplies the price by", example = "1.052")
          double multiplier,
      @Schema(description = "What the step adds, in USD", example = "162.24") BigDecimal usd) {}

  public static ComparableAnswer of(ComparableStone comparable) {
    return new ComparableAnswer(
        Stone.of(comparable.appraisal().stone()),
        Usd.cents(comparable.appraisal().price()),
        Usd.cents(comparable.adjusted()),
        BigDecimal.valueOf(comparable.grossAdjustment()).setScale(4, RoundingMode.HALF_EVEN),
        steps(comparable));
  }

  /** Each running price is rounded before the differences are taken, so that no cent is lost. */
  private static List<Step> steps(ComparableStone comparable) {
    List<Step> steps = new ArrayList<>();
    double reached = comparable.appraisal().price();
    BigDecimal rounded = Usd.cents(reached);
    for (Adjustment adjustment : comparable.adjustments()) {
      if (adjustment.multiplier() != 1) {
        reached *= adjustment.multiplier();
        BigDecimal next = Usd.cents(reached);
        steps.add(
            new Step(adjustment.factor().label(), adjustment.multiplier(), next.subtract(rounded)));
        rounded = next;
      }
    }
    return steps;
  }
}
