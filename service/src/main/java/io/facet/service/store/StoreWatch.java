package io.facet.service.store;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Opens the store, asks it now and then whether it is there, and opens it again after a failure.
 */
final class StoreWatch implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(StoreWatch.class);

  private static final Duration WHILE_UP = Duration.ofSeconds(5);
  private static final Duration WHILE_AWAY = Duration.ofSeconds(1);

  private final Store store;
  private final Thread thread =
      Thread.ofPlatform().name("store-watch").daemon().unstarted(this::watch);
  private volatile boolean stopped;

  StoreWatch(Store store) {
    this.store = store;
  }

  private void watch() {
    try {
      while (!stopped) {
        store.look();
        store.await(store.trouble().isEmpty() ? WHILE_UP : WHILE_AWAY);
      }
    } catch (InterruptedException e) {
      log.debug("The service stops, and so does watching the store");
    }
    store.close();
  }

  @Override
  public void start() {
    thread.start();
  }

  // Not by interrupting the thread: that would close H2's file in the middle of something.
  @Override
  public void stop() {
    stopped = true;
    store.wake();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  // Opened before the web server takes requests, closed after it has answered the last.
  @Override
  public int getPhase() {
    return 0;
  }
}
