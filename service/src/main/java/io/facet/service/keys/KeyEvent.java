package io.facet.service.keys;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a key.
 *
 * @param id begins with the time, so that ids sort by age
 * @param keyId the key it was done to
 * @param business whose key that is
 * @param actorKeyId the key of whoever did it; null where it was the service itself
 * @param requestId of the request that asked for it
 */
public record KeyEvent(
    String id,
    Instant at,
    Action action,
    String keyId,
    String business,
    @Nullable String actorKeyId,
    @Nullable String requestId) {

  public enum Action {
    /** Taken over from the files of this home. */
    TAKEN_OVER,
    ISSUED,
    /** Another was made in its place. */
    ROTATED,
    REVOKED;

    static Action of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
