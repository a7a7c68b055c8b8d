package io.facet.service.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;

/**
 * A key as it is kept: everything but the secret.
 *
 * @param id the public part of the key
 * @param name whom it was made for
 * @param scopes what it opens
 * @param hash HMAC-SHA-256 of the secret, in hex
 * @param createdAt when it was made
 */
public record ApiKey(
    String id,
    String name,
    Set<Scope> scopes,
    String hash,
    @JsonProperty("created_at") Instant createdAt) {

  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  /** Leaves the hash out: what is printed ends up in logs. */
  @Override
  public String toString() {
    return "ApiKey[" + id + ", " + name + ", " + scopes + "]";
  }
}
