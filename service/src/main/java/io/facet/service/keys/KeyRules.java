package io.facet.service.keys;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.time.Instant;

/** What may not be done to a key, because of the others. */
final class KeyRules {

  private KeyRules() {}

  static void mayBeRotated(KeptKeys kept, ApiKey key, Instant now) {
    if (!key.isLive(now)) {
      throw new ProblemException(
          ProblemType.KEY_NOT_IN_FORCE, "This key has ended. Issue a new one.");
    }
    String replaces = key.replaces();
    if (kept.successor(key.id()).filter(other -> other.isLive(now)).isPresent()
        || (replaces != null
            && kept.find(replaces).filter(other -> other.isLive(now)).isPresent())) {
      throw new ProblemException(
          ProblemType.KEY_BEING_ROTATED,
          "Two keys are in force in its place already. Revoke one of them first.");
    }
  }

  /** Refuses where nobody could issue keys afterwards, now or once what is left has expired. */
  static void mayBeRevoked(KeptKeys kept, ApiKey key, Instant now) {
    if (!key.opens(Scope.ADMIN) || !key.isLive(now)) {
      return;
    }
    boolean another =
        kept.keys().stream()
            .filter(other -> !other.id().equals(key.id()))
            .filter(other -> other.opens(Scope.ADMIN) && other.isLive(now))
            .anyMatch(other -> other.expiresAt() == null || key.expiresAt() != null);
    if (!another) {
      throw new ProblemException(
          ProblemType.LAST_ADMIN_KEY,
          "Nobody could issue keys any more. Issue another key with the scope admin that doesn't"
              + " expire, then revoke this one.");
    }
  }
}
