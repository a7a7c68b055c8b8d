package io.facet.service.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facet.registry.models.Promotion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Promotion", description = "A version became the champion.")
record PromotionAnswer(
    @Schema(description = "The version that is champion since", example = "7") String version,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The champion before; left out of the first", example = "6")
        @Nullable String former,
    @Schema(description = "When") Instant at,
    @Schema(description = "Who wanted it", example = "pipeline") String by,
    @Schema(
            description = "Why",
            example = "MAE $263.80 against $271.20 of version 6: better by more than chance")
        String reason) {

  private static PromotionAnswer of(Promotion promotion) {
    return new PromotionAnswer(
        promotion.version(),
        promotion.former().orElse(null),
        promotion.at(),
        promotion.by(),
        promotion.reason());
  }

  /** The newest first. */
  static List<PromotionAnswer> of(List<Promotion> promotions) {
    return promotions.stream()
        .sorted(Comparator.comparing(Promotion::at).reversed())
        .map(PromotionAnswer::of)
        .toList();
  }
}
