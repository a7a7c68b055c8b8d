package io.facet.service.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.keys.Plan;
import io.facet.service.metering.Outcome;
import io.facet.service.metering.UsageStore.Wanted;
import io.facet.service.metering.Use;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Usage", description = "What was asked, the newest day first.")
record UsageAnswer(
    @Schema(description = "The first day (UTC)", example = "2026-11-01") LocalDate from,
    @Schema(description = "The last day (UTC)", example = "2026-11-23") LocalDate to,
    List<Row> data,
    @JsonProperty("next_cursor")
        @Schema(
            description = "The cursor of the next page; left out on the last one",
            example = "MjAyNi0xMS0yMwpSb3NzaQ")
        @Nullable String nextCursor) {

  @Schema(name = "UsageOfDay", description = "What was asked with a key in a day.")
  record Row(
      @Schema(description = "In UTC", example = "2026-11-23") LocalDate day,
      @Schema(description = "Whose use it is", example = "Rossi Gioielli") String business,
      @Schema(description = "The key's plan", example = "standard") Plan plan,
      @JsonProperty("key_id")
          @Schema(description = "The key it was asked with", example = "9f86d081884c7d65")
          String keyId,
      @Schema(description = "Method and route", example = "POST /v1/estimates") String operation,
      @Schema(
              description =
                  "ok; refused: by the caller's fault; limited: more than the plan allows; failed:"
                      + " by ours",
              example = "ok")
          Outcome outcome,
      @Schema(description = "How often", example = "1240") long requests,
      @Schema(
              description = "What it took from the day's quota: a batch takes one for each stone",
              example = "1240")
          long units) {

    static Row of(Use use) {
      return new Row(
          use.slot().day(),
          use.slot().business(),
          use.slot().plan(),
          use.slot().keyId(),
          use.slot().operation(),
          use.slot().outcome(),
          use.requests(),
          use.units());
    }
  }

  /**
   * The first {@code limit} of {@code found}; one more than that means that there is a next page.
   */
  static UsageAnswer of(Wanted wanted, List<Use> found, int limit) {
    List<Use> shown = found.stream().limit(limit).toList();
    return new UsageAnswer(
        wanted.from(),
        wanted.to(),
        shown.stream().map(Row::of).toList(),
        found.size() > limit ? UsageCursor.after(shown.getLast().slot()) : null);
  }
}
