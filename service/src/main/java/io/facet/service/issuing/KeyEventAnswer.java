package io.facet.service.issuing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.keys.KeyEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "KeyEvent", description = "What somebody did to a key.")
record KeyEventAnswer(
    @Schema(description = "Its id", example = EXAMPLE_ID) String id,
    @Schema(example = "2026-11-23T10:15:00Z") Instant at,
    @Schema(description = "What was done", example = "revoked") KeyEvent.Action action,
    @JsonProperty("key_id")
        @Schema(description = "The key it was done to", example = KeyAnswer.EXAMPLE_ID)
        String keyId,
    @Schema(description = "Whose key that is", example = "Rossi Gioielli") String business,
    @JsonProperty("actor_key_id")
        @Schema(
            description = "The key of whoever did it; left out where it was the service itself",
            example = "0b5c1d2e3f405162")
        @Nullable String actorKeyId,
    @JsonProperty("request_id")
        @Schema(description = "The request that asked for it", example = "5f2b1c0a9d8e7f60")
        @Nullable String requestId) {

  static final String EXAMPLE_ID = "kev_019ab0c4d2e10000a1b2c3d4e5f60718";

  static KeyEventAnswer of(KeyEvent event) {
    return new KeyEventAnswer(
        event.id(),
        event.at(),
        event.action(),
        event.keyId(),
        event.business(),
        event.actorKeyId(),
        event.requestId());
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "KeyEventPage", description = "Some events, newest first.")
  record Page(
      List<KeyEventAnswer> data,
      @JsonProperty("next_cursor")
          @Schema(
              description = "The cursor of the next page; left out on the last one",
              example = EXAMPLE_ID)
          @Nullable String nextCursor) {

    /**
     * The first {@code limit} of {@code found}; one more than that means that there is a next page.
     */
    static Page of(List<KeyEvent> found, int limit) {
      List<KeyEventAnswer> shown = found.stream().limit(limit).map(KeyEventAnswer::of).toList();
      return new Page(shown, found.size() > limit ? shown.getLast().id() : null);
    }
  }
}
