package io.facet.service.issuing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.facet.service.keys.ApiKey;
import io.facet.service.keys.KeyIssuer;
import io.facet.service.keys.Plan;
import io.facet.service.keys.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Key", description = "An API key, without its secret.")
record KeyAnswer(
    @Schema(description = "The public part of the key", example = EXAMPLE_ID) String id,
    @Schema(description = "What it is for", example = "web shop") String name,
    @Schema(description = "Whose it is", example = "Rossi Gioielli") String business,
    @Schema(description = "What it opens") List<Scope> scopes,
    @Schema(description = "How much it may ask", example = "standard") Plan plan,
    @Schema(description = "Whether it opens anything now", example = "in_force") State state,
    @JsonProperty("created_at") @Schema(example = "2026-11-23T10:15:00Z") Instant createdAt,
    @JsonProperty("expires_at")
        @Schema(description = "From when on it opens nothing", example = "2027-11-23T10:15:00Z")
        @Nullable Instant expiresAt,
    @JsonProperty("revoked_at")
        @Schema(description = "Since when it opens nothing", example = "2027-01-07T08:00:00Z")
        @Nullable Instant revokedAt,
    @JsonProperty("last_used_at")
        @Schema(
            description = "When it was last used, exact to a few seconds; left out if never",
            example = "2026-11-24T09:30:12Z")
        @Nullable Instant lastUsedAt,
    @Schema(description = "The key in whose place it was made", example = "0b5c1d2e3f405162")
        @Nullable String replaces,
    @Schema(
            description =
                "The whole key. It is told here and never again: keep it where nobody else reads",
            example = "fct_live_9f86d081884c7d65_<64 hex digits>")
        @Nullable String key) {

  static final String EXAMPLE_ID = "9f86d081884c7d65";

  enum State {
    IN_FORCE,
    EXPIRED,
    REVOKED;

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(ApiKey key, Instant now) {
      if (key.revokedAt() != null) {
        return REVOKED;
      }
      return key.isLive(now) ? IN_FORCE : EXPIRED;
    }
  }

  static KeyAnswer of(ApiKey key, @Nullable Instant lastUsedAt, Instant now) {
    return of(key, lastUsedAt, now, null);
  }

  static KeyAnswer of(KeyIssuer.Issued issued, Instant now) {
    return of(issued.key(), null, now, issued.plain());
  }

  private static KeyAnswer of(
      ApiKey key, @Nullable Instant lastUsedAt, Instant now, @Nullable String plain) {
    return new KeyAnswer(
        key.id(),
        key.name(),
        key.business(),
        key.scopes().stream().sorted().toList(),
        key.plan(),
        State.of(key, now),
        key.createdAt(),
        key.expiresAt(),
        key.revokedAt(),
        lastUsedAt,
        key.replaces(),
        plain);
  }

  /** Leaves the key out: what is printed ends up in logs. */
  @Override
  public String toString() {
    return "KeyAnswer[" + id + "]";
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "KeyPage", description = "Some keys, newest first.")
  record Page(
      List<KeyAnswer> data,
      @JsonProperty("next_cursor")
          @Schema(
              description = "The cursor of the next page; left out on the last one",
              example = EXAMPLE_ID)
          @Nullable String nextCursor) {}
}
