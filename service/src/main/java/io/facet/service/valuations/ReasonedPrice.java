package io.facet.service.valuations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.comparables.ComparableAnswer;
import io.facet.service.models.ServedModel;
import io.facet.service.stones.Price;
import io.facet.service.stones.Stone;
import io.facet.valuation.Caveat;
import io.facet.valuation.Reason;
import io.facet.valuation.ReferenceStone;
import io.facet.valuation.Usd;
import io.facet.valuation.Valuation;
import io.facet.valuation.stone.Diamond;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** All that is said about a stone, whether it is kept or not. */
@Schema(name = "ReasonedEstimate", description = "A price with its reasons, not stored.")
public record ReasonedPrice(
    Stone stone,
    @Schema(description = "Price in USD", example = "3412.07") BigDecimal price,
    @JsonProperty("price_per_carat")
        @Schema(description = "Price in USD per carat", example = "4738.99")
        BigDecimal pricePerCarat,
    Price.Range range,
    Reference reference,
    @Schema(
            description =
                "Nine steps from the reference stone to this one; their USD and the reference's"
                    + " price sum exactly to the price")
        List<Step> reasons,
    @Schema(
            description =
                "Real stones that an expert has priced, the closest first, each adjusted to this"
                    + " one; empty where the model brings none")
        List<ComparableAnswer> comparables,
    @JsonProperty("not_considered")
        @Schema(description = "What a buyer looks at and the model doesn't know")
        List<String> notConsidered,
    @Schema(description = "Why to take the price with care; empty for an ordinary stone")
        List<Caveat> caveats,
    Model model) {

  private static final int COMPARABLES = 3;

  private static final List<String> NOT_CONSIDERED =
      List.of("shape", "lab", "fluorescence", "polish", "symmetry");

  @Schema(name = "Reference", description = "The stone that every ladder of reasons starts from.")
  public record Reference(
      Stone stone,
      @Schema(description = "What people call it") String name,
      @Schema(description = "The model's price of it in USD", example = "2400.00")
          BigDecimal price) {

    static Reference of(ReferenceStone reference, double price) {
      return new Reference(Stone.of(reference.stone()), reference.name(), Usd.cents(price));
    }
  }

  @Schema(name = "Reason", description = "One step of the ladder.")
  public record Step(
      @Schema(
              description = "What differs",
              example = "carat",
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
      @Schema(description = "This stone's value", example = "0.72 ct") String value,
      @JsonProperty("reference_value")
          @Schema(description = "The reference stone's value", example = "0.70 ct")
          String referenceValue,
      @Schema(description = "What the step multiplies the price by", example = "1.041")
          double multiplier,
      @Schema(description = "What the step adds, in USD", example = "118.20") BigDecimal usd,
      @Schema(example = "0.72 ct rather than 0.70 ct: +4.1 %") String text) {

    static Step of(Reason reason) {
      return new Step(
          reason.factor().label(),
          reason.valueText(),
          reason.referenceText(),
          reason.multiplier(),
          reason.usd(),
          reason.text());
    }
  }

  @Schema(name = "ValuationModel", description = "The model that made the price.")
  public record Model(
      @Schema(example = "facet") String name,
      @Schema(example = "7") String version,
      @JsonProperty("trained_at") @Schema(description = "When it learned") Instant trainedAt) {}

  /** What {@code model} says about {@code stone}. */
  public static ReasonedPrice of(Diamond stone, ServedModel model) {
    return of(model.appraiser().value(stone), model);
  }

  static ReasonedPrice of(Valuation valuation, ServedModel model) {
    Diamond stone = valuation.stone();
    Price price = Price.of(stone, valuation.estimate());
    return new ReasonedPrice(
        Stone.of(stone),
        price.price(),
        price.perCarat(),
        price.range(),
        Reference.of(valuation.reference(), valuation.referencePrice()),
        valuation.reasons().stream().map(Step::of).toList(),
        comparables(stone, model),
        NOT_CONSIDERED,
        valuation.estimate().caveats(),
        new Model(ServedModel.NAME, model.version(), model.provenance().trainedAt()));
  }

  private static List<ComparableAnswer> comparables(Diamond stone, ServedModel model) {
    return model.comparables().stream()
        .flatMap(collection -> collection.nearest(stone, COMPARABLES).stream())
        .map(ComparableAnswer::of)
        .toList();
  }
}
