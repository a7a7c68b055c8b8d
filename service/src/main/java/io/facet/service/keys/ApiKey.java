package io.facet.service.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is kept: everything but the secret.
 *
 * @param id the public part of the key
 * @param name whom it was made for
 * @param business whose it is: who shares a business shares what is stored
 * @param scopes what it opens
 * @param plan how much it may ask
 * @param hash HMAC-SHA-256 of the secret, in hex
 * @param createdAt when it was made
 * @param expiresAt from when on it opens nothing; null for never
 * @param revokedAt since when it opens nothing; null for a key in force
 * @param replaces the key in whose place it was made
 */
public record ApiKey(
    String id,
    String name,
    String business,
    Set<Scope> scopes,
    Plan plan,
    String hash,
    @JsonProperty("created_at") Instant createdAt,
    @JsonProperty("expires_at") @Nullable Instant expiresAt,
    @JsonProperty("revoked_at") @Nullable Instant revokedAt,
    @Nullable String replaces) {

  public ApiKey {
    scopes = Set.copyOf(scopes);
    // Files of earlier versions know no businesses and no plans.
    business = Objects.requireNonNullElse(business, name);
    plan = Objects.requireNonNullElse(plan, Plan.forScopes(scopes));
  }

  /** Whether it opens anything at {@code now}. */
  public boolean isLive(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  public boolean opens(Scope scope) {
    return scopes.contains(scope);
  }

  ApiKey revoked(Instant at) {
    return new ApiKey(id, name, business, scopes, plan, hash, createdAt, expiresAt, at, replaces);
  }

  ApiKey expiring(Instant at) {
    Instant sooner = expiresAt != null && expiresAt.isBefore(at) ? expiresAt : at;
    return new ApiKey(
        id, name, business, scopes, plan, hash, createdAt, sooner, revokedAt, replaces);
  }

  /** Leaves the hash out: what is printed ends up in logs. */
  @Override
  public String toString() {
    return "ApiKey[" + id + ", " + name + ", " + scopes + "]";
  }
}
