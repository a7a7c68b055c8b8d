package io.facet.service.store;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.facet.service.problems.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.BadSqlGrammarException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The database as features use it. Whatever is asked of it is answered soon or fails with the
 * problem {@code store-away}; nothing waits for a database that is known to be away.
 */
public final class Store {

  private static final Logger log = LoggerFactory.getLogger(Store.class);

  private final Database database;
  private final Duration patience;
  private final StoreMeters meters;
  private final Sinks.Empty<Void> firstLook = Sinks.empty();
  private final Semaphore lookAgain = new Semaphore(0);
  private volatile @Nullable OpenDatabase open;
  private volatile String trouble = "It has not been opened yet.";
  private String lastComplaint = "";

  /**
   * @param patience how long a request may wait for the database
   */
  Store(Database database, Duration patience, MeterRegistry meters) {
    this.database = database;
    this.patience = patience;
    this.meters = new StoreMeters(meters);
    Gauge.builder("facet.store.reachable", this, it -> it.trouble().isEmpty() ? 1 : 0)
        .description("1 while the database answers")
        .register(meters);
  }

  /** Looks something up. */
  public <T> Mono<T> read(Function<DatabaseClient, Mono<T>> work) {
    return guarded(meters.reads(), now -> work.apply(now.client()));
  }

  /** Changes something, in one transaction: once this completes all of it is durable, else none. */
  public <T> Mono<T> write(Function<DatabaseClient, Mono<T>> work) {
    return guarded(
        meters.writes(), now -> now.transactions().transactional(work.apply(now.client())));
  }

  /**
   * Writes what many requests bring in few transactions.
   *
   * @param work writes all of the items or none, and says of each whether it is new
   */
  public <T> GroupCommit<T> groupCommit(
      BiFunction<DatabaseClient, List<T>, Mono<List<Boolean>>> work) {
    return new GroupCommit<>(items -> write(client -> work.apply(client, items)), meters.commits());
  }

  /** What is wrong with it, for an operator's eyes; empty when nothing is. */
  public Optional<String> trouble() {
    return open == null ? Optional.of(trouble) : Optional.empty();
  }

  private <T> Mono<T> guarded(StoreMeters.Calls calls, Function<OpenDatabase, Mono<T>> work) {
    return Mono.defer(
        () -> {
          OpenDatabase now = open;
          return now == null
              ? firstLook
                  .asMono()
                  .timeout(patience, Mono.error(StoreAway::problem))
                  .then(Mono.defer(() -> onlyOpen(calls, work)))
              : guarded(now, calls, work);
        });
  }

  private <T> Mono<T> onlyOpen(StoreMeters.Calls calls, Function<OpenDatabase, Mono<T>> work) {
    OpenDatabase now = open;
    return now == null ? Mono.error(StoreAway.problem()) : guarded(now, calls, work);
  }

  private <T> Mono<T> guarded(
      OpenDatabase now, StoreMeters.Calls calls, Function<OpenDatabase, Mono<T>> work) {
    return Mono.defer(
        () -> {
          long start = System.nanoTime();
          return unguarded(now, work)
              .doOnSuccess(done -> calls.ok().record(System.nanoTime() - start, NANOSECONDS))
              .onErrorMap(
                  failure -> {
                    calls.failed().record(System.nanoTime() - start, NANOSECONDS);
                    return failed(now, failure);
                  });
        });
  }

  // Work once begun is never cancelled: a caller that hangs up would interrupt H2's thread, and an
  // interrupted thread closes the file under everybody.
  private <T> Mono<T> unguarded(OpenDatabase now, Function<OpenDatabase, Mono<T>> work) {
    return Mono.defer(
            () ->
                Mono.fromFuture(
                    Mono.defer(() -> work.apply(now))
                        // As a value, a failure that comes too late for anybody is no error.
                        .materialize()
                        .subscribeOn(database.scheduler())
                        .toFuture(),
                    true))
        .timeout(patience)
        .dematerialize();
  }

  private Throwable failed(OpenDatabase now, Throwable failure) {
    if (failure instanceof ProblemException || isNoOutage(failure)) {
      return failure;
    }
    if (failure instanceof TimeoutException) {
      // One slow answer is no outage: let the watch ask something easy.
      wake();
    } else {
      away(now, failure);
    }
    return StoreAway.problem();
  }

  /** What went wrong with one piece of work, by our fault or that of another at the same time. */
  private static boolean isNoOutage(Throwable failure) {
    return failure instanceof ConcurrencyFailureException
        || failure instanceof BadSqlGrammarException
        || failure instanceof DataIntegrityViolationException
        || failure instanceof R2dbcBadGrammarException
        || failure instanceof R2dbcDataIntegrityViolationException
        || failure instanceof IllegalArgumentException
        || failure instanceof NullPointerException;
  }

  private synchronized void away(OpenDatabase then, Throwable failure) {
    if (then.equals(open)) {
      open = null;
      complain(failure);
      then.close();
      wake();
    }
  }

  /** Says it once to the log, and to operators for as long as it lasts. */
  private synchronized void complain(Throwable failure) {
    trouble = Troubles.inWords(failure);
    String complaint = trouble + " " + Troubles.cause(failure);
    if (!complaint.equals(lastComplaint)) {
      log.warn("The store is away. {}", complaint);
      log.debug("The store is away", failure);
      lastComplaint = complaint;
    }
  }

  /** Opens the database, or asks it whether it is still there. Blocks; called by one thread. */
  void look() {
    OpenDatabase now = open;
    try {
      if (now == null) {
        reopen();
      } else {
        unguarded(now, it -> it.client().sql("select 1").fetch().all().then()).toFuture().join();
      }
    } catch (RuntimeException e) {
      if (now == null) {
        complain(e);
      } else {
        away(now, e);
      }
    }
    firstLook.tryEmitEmpty();
  }

  private void reopen() {
    Migrations.run(database.forMigrations());
    OpenDatabase fresh = OpenDatabase.of(database);
    synchronized (this) {
      open = fresh;
      if (!lastComplaint.isEmpty()) {
        log.info("The store is back");
        lastComplaint = "";
      }
    }
  }

  /** Waits for a failure, or to be woken, {@code atMost} so long. */
  void await(Duration atMost) throws InterruptedException {
    if (lookAgain.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      lookAgain.drainPermits();
    }
  }

  void wake() {
    lookAgain.release();
  }

  synchronized void close() {
    OpenDatabase last = open;
    open = null;
    trouble = "The service stops.";
    if (last != null) {
      last.close();
    }
    database.close();
  }
}
