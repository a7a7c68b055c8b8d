package io.facet.service.store;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.facet.service.problems.ProblemException;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Writes what many requests bring in one transaction. While one is under way, the next gathers: so
 * a lone request waits for nobody, and under load the price of a commit is shared.
 */
public final class GroupCommit<T> {

  private static final int LARGEST = 256;
  private static final int MOST_WAITING = 10_000;

  private final Function<List<T>, Mono<List<Boolean>>> transaction;
  private final Timer took;
  private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean writing = new AtomicBoolean();

  /**
   * @param transaction writes all of its items or none, and says of each whether it is new
   * @param took is told how long each took that was written
   */
  GroupCommit(Function<List<T>, Mono<List<Boolean>>> transaction, Timer took) {
    this.transaction = transaction;
    this.took = took;
  }

  private record Waiting<T>(T item, Sinks.One<Boolean> written) {}

  /**
   * Completes once {@code item} is durable: true when it is new, false when it was there before.
   */
  public Mono<Boolean> add(T item) {
    return Mono.defer(
        () -> {
          if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Mono.error(StoreAway.tooMuch());
          }
          Waiting<T> entry = new Waiting<>(item, Sinks.one());
          queue.add(entry);
          writeNext();
          return entry.written().asMono();
        });
  }

  private void writeNext() {
    while (!queue.isEmpty() && writing.compareAndSet(false, true)) {
      List<Waiting<T>> batch = take();
      if (!batch.isEmpty()) {
        write(batch);
        return;
      }
      writing.set(false);
    }
  }

  private List<Waiting<T>> take() {
    List<Waiting<T>> batch = new ArrayList<>();
    for (int i = 0; i < LARGEST; i++) {
      Waiting<T> next = queue.poll();
      if (next == null) {
        break;
      }
      batch.add(next);
    }
    waiting.addAndGet(-batch.size());
    return batch;
  }

  private void write(List<Waiting<T>> batch) {
    long start = System.nanoTime();
    transaction
        .apply(batch.stream().map(Waiting::item).toList())
        .subscribe(
            written -> {
              took.record(System.nanoTime() - start, NANOSECONDS);
              goOn();
              for (int i = 0; i < batch.size(); i++) {
                batch.get(i).written().tryEmitValue(written.get(i));
              }
            },
            failure -> failed(batch, failure));
  }

  /** One item that can't be written must not take the others with it. */
  private void failed(List<Waiting<T>> batch, Throwable failure) {
    if (batch.size() == 1 || failure instanceof ProblemException) {
      goOn();
      batch.forEach(entry -> entry.written().tryEmitError(failure));
      return;
    }
    Flux.fromIterable(batch)
        .concatMap(
            entry ->
                transaction
                    .apply(List.of(entry.item()))
                    .doOnNext(written -> entry.written().tryEmitValue(written.getFirst()))
                    .doOnError(entry.written()::tryEmitError)
                    .onErrorComplete())
        .doFinally(end -> goOn())
        .subscribe();
  }

  private void goOn() {
    writing.set(false);
    writeNext();
  }
}
