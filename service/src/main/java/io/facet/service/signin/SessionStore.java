package io.facet.service.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Where sessions are kept, for all processes of the service. They are named by the hashes of their
 * tokens. What can't be reached fails with the problem {@code store-away}.
 */
interface SessionStore {

  /** Keeps {@code fresh}; durable once this completes. */
  Mono<Void> open(Session fresh);

  /** The session, ended or not; empty where there is none. */
  Mono<Session> find(String tokenHash);

  /** Ends the session. One that has ended, or that isn't there, stays as it is. */
  Mono<Void> end(String tokenHash, Instant at);

  /** Those that ended then or later. */
  Mono<List<String>> endedSince(Instant then);

  /** Notes when sessions were last seen. An earlier time than the one known changes nothing. */
  Mono<Void> seen(Map<String, Instant> times);

  /** Forgets what ended before {@code end}, and what is over by time. */
  Mono<Void> forget(Instant end, Instant lastSeenBefore, Instant openedBefore);
}
