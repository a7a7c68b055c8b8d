package io.facet.training.usage;

import io.facet.registry.runs.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks every few seconds at what this process takes of the machine, until it is closed. */
public final class Gauge implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final List<Sample> samples = new ArrayList<>();
  private final Thread looking;
  private long looks;

  private Gauge() {
    this.looking = Thread.ofVirtual().name("gauge").unstarted(this::lookAgain);
  }

  public static Gauge start() {
    Gauge gauge = new Gauge();
    gauge.look();
    gauge.looking.start();
    return gauge;
  }

  /** All that was seen since {@code since}, up to this moment. */
  public synchronized List<Sample> since(Instant since) {
    look();
    return samples.stream().filter(sample -> !sample.at().isBefore(since)).toList();
  }

  /** All that was seen. */
  public List<Sample> all() {
    return since(Instant.MIN);
  }

  private synchronized void look() {
    Instant now = Instant.now();
    long step = looks++;
    Machine.look().forEach((name, value) -> samples.add(new Sample(name, value, now, step)));
  }

  private void lookAgain() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        look();
      }
    } catch (InterruptedException e) {
      // Closed: nobody wants to know any more.
    }
  }

  @Override
  public void close() {
    looking.interrupt();
  }
}
