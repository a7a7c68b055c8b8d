package io.facet.registry.interruption;

import java.time.Duration;

/**
 * Something to put in order should Ctrl-C, or a polite kill, end this process before it is closed.
 */
public final class Interruption implements AutoCloseable {

  /** Nobody who has pressed Ctrl-C waits longer for a server that doesn't answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  /** Has {@code mended} run then, for a few seconds at most; its failures matter to nobody. */
  public static Interruption of(Runnable mended) {
    Thread hook = new Thread(() -> within(PATIENCE, mended), "interruption");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This process ends already.
    }
    return new Interruption(hook);
  }

  private static void within(Duration patience, Runnable mended) {
    Thread work = new Thread(mended, "mending");
    work.setDaemon(true);
    work.setUncaughtExceptionHandler((thread, failure) -> {});
    work.start();
    try {
      work.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From here on there is nothing to put in order. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This process ends already.
    }
  }
}
