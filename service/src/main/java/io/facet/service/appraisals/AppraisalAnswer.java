package io.facet.service.appraisals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.stones.Stone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

@Schema(name = "Appraisal", description = "What an expert says a stone is worth.")
record AppraisalAnswer(
    @Schema(description = "Its id", example = EXAMPLE_ID) String id,
    @JsonProperty("created_at") @Schema(description = "When it was sent") Instant createdAt,
    @JsonProperty("client_reference")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What you named the stone", example = "tray 4, stone 12")
        @Nullable String clientReference,
    Stone stone,
    @Schema(description = "The expert's price in USD", example = "3412.00") BigDecimal price,
    @JsonProperty("used_by")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "The version of the model that learned from it; left out while none has",
            example = "8")
        @Nullable String usedBy) {

  static final String EXAMPLE_ID = "apr_019ab84884c7d659a2feaa0c55ad0151";

  static AppraisalAnswer of(StoredAppraisal stored, JsonMapper json) {
    AppraisalRequest request = json.readValue(stored.request(), AppraisalRequest.class);
    return new AppraisalAnswer(
        stored.id(),
        stored.createdAt(),
        request.clientReference(),
        request.stone(),
        request.price(),
        stored.usedBy());
  }

  @Schema(name = "AppraisalPage", description = "Some appraisals, oldest first.")
  record Page(
      List<AppraisalAnswer> data,
      @JsonProperty("next_cursor")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(
              description = "The cursor of the next page; left out on the last one",
              example = EXAMPLE_ID)
          @Nullable String nextCursor) {

    /** The first {@code limit} of {@code found}; one more means that there is a next page. */
    static Page of(List<AppraisalAnswer> found, int limit) {
      return found.size() <= limit
          ? new Page(found, null)
          : new Page(found.subList(0, limit), found.get(limit - 1).id());
    }
  }
}
