package io.facet.service.store;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A thread that does a round and rests, over and over, and when it is stopped does what is last.
 */
public final class Rounds {

  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  /** Twice within the second in which keys and use are to be known everywhere. */
  private static final Duration REST = Duration.ofMillis(400);

  private final Runnable round;
  private final Runnable last;
  private final Duration rest;
  private final Semaphore stop = new Semaphore(0);
  private final Thread thread;

  /**
   * @param name of the thread
   */
  public Rounds(String name, Runnable round, Runnable last) {
    this(name, REST, round, last);
  }

  /** The same with another {@code rest}. */
  public Rounds(String name, Duration rest, Runnable round, Runnable last) {
    this.rest = rest;
    this.round = round;
    this.last = last;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  private void run() {
    try {
      do {
        attempt();
      } while (!stop.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    last.run();
  }

  /** Whatever goes wrong in one round, the next one comes. */
  private void attempt() {
    try {
      round.run();
    } catch (RuntimeException e) {
      log.error("A round of {} failed", thread.getName(), e);
    }
  }

  /** What {@code answer} brings, waited for by a thread that has nothing else to do. */
  public static <T> T now(Mono<T> answer) {
    return answer.toFuture().join();
  }

  public void start() {
    thread.start();
  }

  /** Waits so long for the last round. */
  public void stop(Duration patience) {
    stop.release();
    try {
      thread.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isRunning() {
    return thread.isAlive();
  }
}
