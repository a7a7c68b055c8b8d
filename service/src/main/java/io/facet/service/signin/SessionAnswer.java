package io.facet.service.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A session as its own page sees it. */
@Schema(name = "Session", description = "Who has signed in.")
record SessionAnswer(
    @Schema(description = "What the key is called that signed in", example = "staff") String name,
    @Schema(description = "Whose it is", example = "house") String business,
    @Schema(description = "What it opens") List<Scope> scopes,
    @JsonProperty("csrf_token")
        @Schema(
            description =
                "To be sent in the header X-CSRF-Token with each request that is neither GET nor"
                    + " HEAD")
        String csrfToken,
    @JsonProperty("expires_at")
        @Schema(
            description = "When the session ends unless something is asked before",
            example = "2026-11-25T20:15:00Z")
        Instant expiresAt) {

  static SessionAnswer of(SignedIn visitor) {
    ApiKey key = visitor.key();
    return new SessionAnswer(
        key.name(),
        key.business(),
        key.scopes().stream().sorted().toList(),
        visitor.token().csrfToken(),
        visitor.expiresAt());
  }

  /** Leaves the token out: what is printed ends up in logs. */
  @Override
  public String toString() {
    return "SessionAnswer[" + name + "]";
  }
}
