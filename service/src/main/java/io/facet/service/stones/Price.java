package io.facet.service.stones;

import io.facet.valuation.Estimate;
import io.facet.valuation.PriceRange;
import io.facet.valuation.Usd;
import io.facet.valuation.stone.Diamond;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A stone's figures in whole cents.
 *
 * @param price USD
 * @param perCarat USD per carat, of the price as shown, so that a reader can recompute it
 * @param range where an expert's price lies
 */
public record Price(BigDecimal price, BigDecimal perCarat, Range range) {

  public static Price of(Diamond stone, Estimate estimate) {
    BigDecimal price = Usd.cents(estimate.price());
    return new Price(
        price,
        price.divide(BigDecimal.valueOf(stone.carat()), 2, RoundingMode.HALF_EVEN),
        Range.of(estimate.range()));
  }

  /** A range in whole cents. */
  @Schema(description = "Where an expert's price lies.")
  public record Range(
      @Schema(description = "Lower end in USD", example = "2951.10") BigDecimal low,
      @Schema(description = "Upper end in USD", example = "3945.42") BigDecimal high,
      @Schema(description = "Share of stones whose price lies within", example = "0.9")
          double coverage) {

    static Range of(PriceRange range) {
      return new Range(Usd.cents(range.low()), Usd.cents(range.high()), range.coverage());
    }

    /** How many times the lower end the upper one is: the same width for cheap and dear stones. */
    public BigDecimal highOverLow() {
      // A splinter may be worth less than a cent.
      return high.divide(low.max(new BigDecimal("0.01")), MathContext.DECIMAL32);
    }
  }
}
