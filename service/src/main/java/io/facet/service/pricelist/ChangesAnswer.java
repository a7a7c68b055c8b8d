package io.facet.service.pricelist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.models.AnsweringModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "PriceListChanges",
    description = "Which prices of the list have moved since an earlier version of the model.")
record ChangesAnswer(
    @Schema(description = "The version whose list was the one before", example = "6") String since,
    @Schema(description = "Prices that have moved, in the order of the list") List<Change> changes,
    @Schema(description = "How many prices are the same to the cent", example = "12") int unchanged,
    @Schema(description = "How many prices weren't on the list before", example = "0") int added,
    @Schema(description = "How many prices are no longer on the list", example = "0") int removed,
    AnsweringModel model) {

  @Schema(name = "PriceChange", description = "A price of the list that has moved.")
  record Change(
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
          @Schema(description = "Price in USD per carat now", example = "4021.10")
          BigDecimal pricePerCarat,
      @JsonProperty("price_per_carat_before")
          @Schema(description = "Price in USD per carat before", example = "3980.00")
          BigDecimal pricePerCaratBefore,
      @Schema(description = "Now less before, in USD per carat", example = "41.10") BigDecimal usd,
      @Schema(description = "The same in % of the price before", example = "1.03")
          BigDecimal percent) {

    private static Change of(PriceListAnswer.Entry now, PriceListAnswer.Entry before) {
      BigDecimal usd = now.pricePerCarat().subtract(before.pricePerCarat());
      return new Change(
          now.caratFrom(),
          now.caratTo(),
          now.cut(),
          now.color(),
          now.clarity(),
          now.pricePerCarat(),
          before.pricePerCarat(),
          usd,
          usd.movePointRight(2).divide(before.pricePerCarat(), 2, RoundingMode.HALF_EVEN));
    }

    private boolean isNone() {
      return usd.signum() == 0;
    }
  }

  private record Place(BigDecimal caratFrom, String cut, String color, String clarity) {

    static Place of(PriceListAnswer.Entry entry) {
      return new Place(entry.caratFrom(), entry.cut(), entry.color(), entry.clarity());
    }
  }

  static ChangesAnswer of(
      AnsweringModel model,
      List<PriceListAnswer.Entry> now,
      String since,
      List<PriceListAnswer.Entry> before) {
    Map<Place, PriceListAnswer.Entry> earlier = new HashMap<>();
    before.forEach(entry -> earlier.put(Place.of(entry), entry));
    List<Change> both =
        now.stream()
            .flatMap(
                entry ->
                    Optional.ofNullable(earlier.get(Place.of(entry))).stream()
                        .map(then -> Change.of(entry, then)))
            .toList();
    List<Change> moved = both.stream().filter(change -> !change.isNone()).toList();
    return new ChangesAnswer(
        since,
        moved,
        both.size() - moved.size(),
        now.size() - both.size(),
        before.size() - both.size(),
        model);
  }
}
