package io.facet.service.nearby;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.models.AnsweringModel;
import io.facet.service.models.ServedModel;
import io.facet.service.stones.Price;
import io.facet.service.stones.Stone;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Caveat;
import io.facet.valuation.nearby.NearbyStone;
import io.facet.valuation.nearby.NearbyStones;
import io.facet.valuation.stone.Diamond;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

@Schema(name = "NearbyGrades", description = "A stone, and what it would be worth one step away.")
record NearbyAnswer(
    @Schema(description = "Price of the asked stone in USD", example = "3412.07") BigDecimal price,
    @JsonProperty("price_per_carat")
        @Schema(description = "Price of the asked stone in USD per carat", example = "4738.99")
        BigDecimal pricePerCarat,
    @Schema(
            description =
                "In the order carat, color, clarity, cut, the lesser stone first. What doesn't"
                    + " exist is left out: there is no color above D")
        List<Step> steps,
    AnsweringModel model) {

  @Schema(name = "NearbyStep", description = "The asked stone with one thing changed.")
  record Step(
      @Schema(
              description =
                  "What is changed: the grade by one, or the weight to the next one from which on"
                      + " the trade pays more a carat, in the same proportions",
              example = "color",
              allowableValues = {"carat", "color", "clarity", "cut"})
          String factor,
      @Schema(
              description = "up: heavier or better graded than the asked stone",
              example = "up",
              allowableValues = {"down", "up"})
          String direction,
      @Schema(description = "The asked stone's value", example = "F") String from,
      @Schema(description = "The changed value", example = "E") String to,
      @Schema(description = "Price of the changed stone in USD", example = "3601.44")
          BigDecimal price,
      @JsonProperty("price_per_carat")
          @Schema(description = "Price of the changed stone in USD per carat", example = "5002.00")
          BigDecimal pricePerCarat,
      Price.Range range,
      @Schema(description = "What the change adds to the price, in USD", example = "189.37")
          BigDecimal usd,
      @Schema(description = "The same in % of the asked stone's price", example = "5.55")
          BigDecimal percent,
      @Schema(description = "The changed stone, whose price this is") Stone stone,
      @Schema(description = "Why to take its price with care; empty for an ordinary stone")
          List<Caveat> caveats) {

    static Step of(Diamond asked, BigDecimal askedPrice, NearbyStone nearby) {
      Price price = Price.of(nearby.stone(), nearby.estimate());
      BigDecimal usd = price.price().subtract(askedPrice);
      return new Step(
          nearby.factor().label(),
          nearby.better() ? "up" : "down",
          nearby.factor().format(nearby.factor().of(asked)),
          nearby.value(),
          price.price(),
          price.perCarat(),
          price.range(),
          usd,
          percent(usd, askedPrice),
          Stone.of(nearby.stone()),
          nearby.estimate().caveats());
    }

    /** Nothing is no share of nothing: a splinter may be worth less than a cent. */
    private static BigDecimal percent(BigDecimal usd, BigDecimal of) {
      return of.signum() == 0
          ? BigDecimal.ZERO
          : usd.movePointRight(2).divide(of, 2, RoundingMode.HALF_EVEN);
    }
  }

  static NearbyAnswer of(Diamond stone, ServedModel model) {
    Appraiser appraiser = model.appraiser();
    Price price = Price.of(stone, appraiser.estimate(stone));
    return new NearbyAnswer(
        price.price(),
        price.perCarat(),
        NearbyStones.of(appraiser, stone).stream()
            .map(nearby -> Step.of(stone, price.price(), nearby))
            .toList(),
        AnsweringModel.of(model));
  }
}
