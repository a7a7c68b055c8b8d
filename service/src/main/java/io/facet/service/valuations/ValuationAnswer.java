package io.facet.service.valuations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "Valuation", description = "A price with its reasons.")
public record ValuationAnswer(
    @Schema(description = "Its id, under which it can be read again", example = EXAMPLE_ID)
        String id,
    @JsonProperty("created_at") @Schema(description = "When it was made") Instant createdAt,
    @JsonProperty("client_reference")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What the caller named it", example = "tray 4, stone 12")
        @Nullable String clientReference,
    @JsonUnwrapped ReasonedPrice said) {

  public static final String EXAMPLE_ID = "val_019ab84884c7d659a2feaa0c55ad0151";
}
