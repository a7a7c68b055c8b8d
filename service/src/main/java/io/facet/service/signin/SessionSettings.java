package io.facet.service.signin;

import io.facet.service.settings.Variables;
import java.time.Duration;
import java.time.Instant;

/**
 * How long people stay signed in.
 *
 * @param idle without asking for anything
 * @param longest whatever they do
 */
public record SessionSettings(Duration idle, Duration longest) {

  // Not less: processes know each other's last requests a minute late.
  private static final int SHORTEST_IDLE = 5;

  public static SessionSettings read(Variables variables) {
    return new SessionSettings(
        Duration.ofMinutes(
            variables.integer("FACET_SESSION_IDLE_MINUTES", SHORTEST_IDLE, 1_440, 30)),
        Duration.ofHours(variables.integer("FACET_SESSION_HOURS", 1, 168, 12)));
  }

  /** When a session ends that was opened and last seen then, unless it asks for something. */
  Instant end(Instant openedAt, Instant lastSeenAt) {
    Instant idleEnd = lastSeenAt.plus(idle);
    Instant lastEnd = openedAt.plus(longest);
    return idleEnd.isBefore(lastEnd) ? idleEnd : lastEnd;
  }
}
