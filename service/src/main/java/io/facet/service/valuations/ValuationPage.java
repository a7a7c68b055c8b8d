package io.facet.service.valuations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page as the OpenAPI document shows it; the real one is put together from stored answers. */
@Schema(description = "Some valuations, newest first.")
record ValuationPage(
    List<ValuationAnswer> data,
    @JsonProperty("next_cursor")
        @Schema(
            description = "The cursor of the next page; left out on the last one",
            example = ValuationAnswer.EXAMPLE_ID)
        @Nullable String nextCursor) {

  /**
   * The first {@code limit} of {@code found}; one more than that means that there is a next page.
   */
  static String json(List<StoredValuation> found, int limit) {
    List<StoredValuation> shown = found.subList(0, Math.min(limit, found.size()));
    return shown.stream()
        .map(StoredValuation::answer)
        .collect(Collectors.joining(",", "{\"data\":[", "]" + next(found, shown) + "}"));
  }

  private static String next(List<StoredValuation> found, List<StoredValuation> shown) {
    return found.size() > shown.size() ? ",\"next_cursor\":\"" + shown.getLast().id() + "\"" : "";
  }
}
