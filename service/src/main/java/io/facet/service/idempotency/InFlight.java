package io.facet.service.idempotency;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * The named requests that are being answered by this process. Those of others meet in the database,
 * where the second of two waits for the first.
 */
final class InFlight {

  private static final String RETRY_AFTER_SECONDS = "1";

  private final Set<IdempotencyKey> keys = ConcurrentHashMap.newKeySet();

  /** Does {@code work}, or fails with 409 while a request of the same name is being answered. */
  <T> Mono<T> alone(IdempotencyKey key, Supplier<Mono<T>> work) {
    // Eager, so that whoever has the answer finds the key free.
    return Mono.using(() -> claim(key), claimed -> work.get(), keys::remove, true);
  }

  private IdempotencyKey claim(IdempotencyKey key) {
    if (!keys.add(key)) {
      throw inFlight();
    }
    return key;
  }

  private static ProblemException inFlight() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    return new ProblemException(
        ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT,
        "The first request with this Idempotency-Key is still being answered: try again.",
        headers);
  }
}
