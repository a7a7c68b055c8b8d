package io.facet.service.keys;

import io.facet.service.keys.KeyStore.Change;
import io.facet.service.store.GoesRounds;
import io.facet.service.store.Rounds;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the keys in memory as they are in the store, whichever process changes them, and tells the
 * store which were used. While the store is away the keys stay as they were.
 */
final class KeyWatch implements GoesRounds {

  private static final Logger log = LoggerFactory.getLogger(KeyWatch.class);

  private static final long PAUSE_BETWEEN_USES = 5_000;

  private final KeyStore store;
  private final KnownKeys known;
  private final KeyFile file;
  private final TakeOver home;
  private final Rounds rounds = new Rounds("key-watch", this::look, this::lookOnceMore);
  private volatile boolean hasLooked;
  private boolean isOpen;
  private long written = Long.MIN_VALUE;
  private long usesUntil;

  KeyWatch(KeyStore store, KnownKeys known, KeyFile file, TakeOver home) {
    this.store = store;
    this.known = known;
    this.file = file;
    this.home = home;
  }

  private void lookOnceMore() {
    usesUntil = 0;
    look();
  }

  private void look() {
    try {
      if (!isOpen) {
        open();
        isOpen = true;
      } else {
        follow();
      }
      copy();
      tellUses();
    } catch (CompletionException e) {
      log.debug("The keys stay as they are while the store is away", e);
      isOpen = false;
    } catch (RuntimeException e) {
      log.warn("The copy of the keys can't be written: {}", e.getMessage());
    }
    hasLooked = true;
  }

  private void follow() {
    KeptKeys before = known.all();
    if (Rounds.now(store.revision()) != before.revision()) {
      known.replace(before, Rounds.now(store.all()));
    }
  }

  private void open() {
    KeptKeys before = known.all();
    KeptKeys there = Rounds.now(store.all());
    Change change = home.into(there);
    known.replace(before, change.keys().isEmpty() ? there : Rounds.now(store.change(home::into)));
    if (!there.keys().isEmpty() && change.events().stream().anyMatch(KeyWatch::isTakenOver)) {
      log.warn(
          "The store holds {} keys that were made elsewhere. They open something here only with"
              + " the pepper of that home: see service/pepper and FACET_KEY_PEPPER",
          there.keys().size());
    }
  }

  private static boolean isTakenOver(KeyEvent event) {
    return event.action() == KeyEvent.Action.TAKEN_OVER;
  }

  private void copy() {
    KeptKeys kept = known.all();
    if (kept.revision() != written) {
      file.write(kept.keys());
      written = kept.revision();
    }
  }

  private void tellUses() {
    long now = System.currentTimeMillis();
    if (now - usesUntil < PAUSE_BETWEEN_USES) {
      return;
    }
    // A little more than since the last time: what is told twice does no harm.
    Map<String, Instant> uses = known.usedSince(usesUntil - 1_000);
    if (!uses.isEmpty()) {
      Rounds.now(store.used(uses));
    }
    usesUntil = now;
  }

  /** Whether the store has been asked for the keys once, with or without success. */
  boolean hasLooked() {
    return hasLooked;
  }

  @Override
  public Rounds rounds() {
    return rounds;
  }
}
