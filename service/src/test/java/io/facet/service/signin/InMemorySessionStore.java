package io.facet.service.signin;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The reference: what every store of sessions does, without a database; may be sent away. */
final class InMemorySessionStore implements SessionStore {

  private final Map<String, Session> kept = new HashMap<>();
  private boolean away;
  private int asked;

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  /** How often anything was asked of it. */
  int asked() {
    return asked;
  }

  @Override
  public Mono<Void> open(Session fresh) {
    return change(() -> kept.put(fresh.tokenHash(), fresh));
  }

  @Override
  public Mono<Session> find(String tokenHash) {
    return here(() -> kept.get(tokenHash));
  }

  @Override
  public Mono<Void> end(String tokenHash, Instant at) {
    return change(
        () ->
            kept.computeIfPresent(
                tokenHash,
                (hash, session) ->
                    session.endedAt() != null
                        ? session
                        : new Session(
                            hash, session.keyId(), session.openedAt(), session.lastSeenAt(), at)));
  }

  @Override
  public Mono<List<String>> endedSince(Instant then) {
    return here(
        () ->
            kept.values().stream()
                .filter(session -> session.endedAt() != null && !session.endedAt().isBefore(then))
                .map(Session::tokenHash)
                .toList());
  }

  @Override
  public Mono<Void> seen(Map<String, Instant> times) {
    return change(
        () -> {
          times.forEach(
              (tokenHash, at) ->
                  kept.computeIfPresent(
                      tokenHash,
                      (hash, session) ->
                          session.lastSeenAt().isBefore(at)
                              ? new Session(
                                  hash, session.keyId(), session.openedAt(), at, session.endedAt())
                              : session));
          return times;
        });
  }

  @Override
  public Mono<Void> forget(Instant end, Instant lastSeenBefore, Instant openedBefore) {
    return change(
        () ->
            kept.values()
                .removeIf(
                    session ->
                        (session.endedAt() != null && session.endedAt().isBefore(end))
                            || session.lastSeenAt().isBefore(lastSeenBefore)
                            || session.openedAt().isBefore(openedBefore)));
  }

  private Mono<Void> change(Supplier<Object> work) {
    return here(() -> List.of(Optional.ofNullable(work.get()))).then();
  }

  private <T> Mono<T> here(Supplier<T> work) {
    return Mono.defer(
        () -> {
          asked++;
          return away
              ? Mono.error(new ProblemException(ProblemType.STORE_AWAY, "It is away."))
              : Mono.justOrEmpty(work.get());
        });
  }
}
