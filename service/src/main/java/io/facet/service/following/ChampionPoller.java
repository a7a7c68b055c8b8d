package io.facet.service.following;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes the follower look again and again, on a thread of its own, away from requests. */
final class ChampionPoller implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ChampionPoller.class);

  private final ChampionFollower follower;
  private final Polling polling;
  private final Thread thread =
      Thread.ofPlatform().name("champion-poller").daemon().unstarted(this::poll);

  ChampionPoller(ChampionFollower follower, Polling polling) {
    this.follower = follower;
    this.polling = polling;
  }

  private void poll() {
    follower.serveLastGood();
    int failures = 0;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        failures = look() ? 0 : failures + 1;
        Thread.sleep(polling.pause(failures));
      }
    } catch (InterruptedException e) {
      log.debug("The service stops, and so does following");
    }
  }

  private boolean look() {
    try {
      return follower.look();
    } catch (RuntimeException e) {
      log.error("Looking for the champion failed", e);
      return false;
    }
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() {
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }
}
