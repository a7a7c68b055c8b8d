package io.facet.service.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A key as it is kept: everything but the secret.
 *
 * @param id the public part of the key
 * @param name whom it was made for
 * @param business whose it is: who shares a business shares what is stored
 * @param scopes what it opens
 * @param hash HMAC-SHA-256 of the secret, in hex
 * @param createdAt when it was made
 */
public record ApiKey(
    String id,
    String name,
    String business,
    Set<Scope> scopes,
    String hash,
    @JsonProperty("created_at") Instant createdAt) {

  public ApiKey {
    // Files of earlier versions know no businesses.
    business = Objects.requireNonNullElse(business, name);
    scopes = Set.copyOf(scopes);
  }

  /** Leaves the hash out: what is printed ends up in logs. */
  @Override
  public String toString() {
    return "ApiKey[" + id + ", " + name + ", " + scopes + "]";
  }
}
