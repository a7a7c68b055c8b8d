package io.facet.service.valuations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.facet.service.stones.Stone;
import io.facet.service.stones.StoneReader;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body as the OpenAPI document shows it; {@code StoneReader} reads the real one. */
@Schema(description = "A stone, and what the caller calls it.")
public record ValuationRequest(
    @JsonUnwrapped Stone stone,
    @JsonProperty("client_reference")
        @Schema(
            description = "Your own name of it, at most 200 characters; comes back in the answer",
            example = "tray 4, stone 12",
            maxLength = StoneReader.LONGEST_TEXT,
            pattern = StoneReader.PRINTABLE)
        @Nullable String clientReference) {}
