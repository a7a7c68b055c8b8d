package io.facet.service.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.stones.Price;
import io.facet.service.stones.Stone;
import io.facet.valuation.Caveat;
import io.facet.valuation.Estimate;
import io.facet.valuation.Usd;
import io.facet.valuation.stone.Diamond;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A stone of the collection as it is answered. */
@Schema(name = "CollectionStone", description = "A stone of the collection and what it is worth.")
record Piece(
    @Schema(description = "Where it stands in the books, from 1", example = "17") int number,
    Stone stone,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "What the expert says, in USD; left out where nobody has priced it yet",
            example = "4733.00")
        @Nullable BigDecimal appraised,
    @Schema(description = "What the model says, in USD", example = "4610.12") BigDecimal price,
    @JsonProperty("price_per_carat")
        @Schema(description = "The same in USD per carat", example = "4191.02")
        BigDecimal pricePerCarat,
    Price.Range range,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Difference difference,
    @Schema(description = "Why to take the price with care; empty for an ordinary stone")
        List<Caveat> caveats) {

  @Schema(
      name = "CollectionDifference",
      description = "How far the expert is from the model; left out where nobody has priced it.")
  record Difference(
      @Schema(description = "Appraised less estimated, in USD", example = "122.88") BigDecimal usd,
      @Schema(description = "The same in % of the estimated price", example = "2.67")
          BigDecimal percent,
      @Schema(
              description = "Where the appraised price lies: above, within or below the range",
              allowableValues = {"above", "within", "below"},
              example = "within")
          String verdict) {

    static Difference of(BigDecimal appraised, Price price) {
      BigDecimal usd = appraised.subtract(price.price());
      // Nobody keeps a splinter that is worth less than a cent, but dividing by it must not fail.
      BigDecimal of = price.price().max(new BigDecimal("0.01"));
      return new Difference(
          usd,
          usd.movePointRight(2).divide(of, 2, RoundingMode.HALF_EVEN),
          verdict(appraised, price));
    }

    private static String verdict(BigDecimal appraised, Price price) {
      if (appraised.compareTo(price.range().high()) > 0) {
        return "above";
      }
      return appraised.compareTo(price.range().low()) < 0 ? "below" : "within";
    }
  }

  static Piece of(int number, Diamond stone, OptionalDouble expert, Estimate estimate) {
    Price price = Price.of(stone, estimate);
    BigDecimal appraised = expert.isPresent() ? Usd.cents(expert.getAsDouble()) : null;
    return new Piece(
        number,
        Stone.of(stone),
        appraised,
        price.price(),
        price.perCarat(),
        price.range(),
        appraised == null ? null : Difference.of(appraised, price),
        estimate.caveats());
  }
}
