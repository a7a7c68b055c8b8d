package io.facet.service.estimates;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.models.AnsweringModel;
import io.facet.service.models.ServedModel;
import io.facet.service.stones.Price;
import io.facet.valuation.Caveat;
import io.facet.valuation.Estimate;
import io.facet.valuation.stone.Diamond;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

@Schema(name = "Estimate", description = "What such a stone fetches.")
record EstimateAnswer(
    @Schema(description = "Price in USD", example = "3412.07") BigDecimal price,
    @JsonProperty("price_per_carat")
        @Schema(description = "Price in USD per carat", example = "4738.99")
        BigDecimal pricePerCarat,
    Price.Range range,
    @Schema(description = "Why to take the price with care; empty for an ordinary stone")
        List<Caveat> caveats,
    AnsweringModel model) {

  static EstimateAnswer of(Diamond stone, Estimate estimate, ServedModel model) {
    Price price = Price.of(stone, estimate);
    return new EstimateAnswer(
        price.price(),
        price.perCarat(),
        price.range(),
        estimate.caveats(),
        AnsweringModel.of(model));
  }
}
