package io.facet.service.pricelist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.models.AnsweringModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "PriceList",
    description = "What the model asks for stones of ordinary proportions, by the trade's bands.")
record PriceListAnswer(
    @JsonProperty("trained_at") @Schema(description = "When the model learned") Instant trainedAt,
    @Schema(description = "Cut by cut, from light to heavy, the best color and clarity first")
        List<Entry> prices,
    AnsweringModel model) {

  @Schema(name = "ListedPrice", description = "The price of one band and one set of grades.")
  record Entry(
      @JsonProperty("carat_from")
          @Schema(description = "The lightest weight of the band in carats", example = "0.70")
          BigDecimal caratFrom,
      @JsonProperty("carat_to")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(
              description = "The heaviest weight of the band in carats; left out for the last band",
              example = "0.89")
          @Nullable BigDecimal caratTo,
      @Schema(example = "Ideal") String cut,
      @Schema(example = "F") String color,
      @Schema(example = "VS1") String clarity,
      @JsonProperty("price_per_carat")
          @Schema(
              description = "Price in USD per carat, of the lightest weight",
              example = "4021.10")
          BigDecimal pricePerCarat,
      @Schema(description = "Price of that stone in USD", example = "2814.77") BigDecimal price,
      @Schema(
              description =
                  "How many stones of this band, color and clarity the model has learned from; 0"
                      + " means that the price is a guess",
              example = "14")
          int stones) {

    /** Whether a stone of {@code carat} belongs to this band; scales show hundredths. */
    boolean holds(BigDecimal carat) {
      BigDecimal shown = carat.setScale(2, RoundingMode.DOWN);
      return shown.compareTo(caratFrom) >= 0 && (caratTo == null || shown.compareTo(caratTo) <= 0);
    }
  }
}
