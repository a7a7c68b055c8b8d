package io.facet.service.idempotency;

import reactor.core.publisher.Mono;

/** Where something is kept that may be made under an idempotency key. */
public interface Keeper<T extends Keeper.Kept> {

  /** What is kept. */
  interface Kept {

    String id();

    /** What was asked for, in a form that is equal for equal requests. */
    String request();
  }

  /**
   * Keeps {@code fresh}, and completes once it is durable with what is kept under its idempotency
   * key: itself, or what was there before.
   */
  Mono<T> keep(T fresh);

  Mono<T> findByIdempotencyKey(String business, String key);
}
