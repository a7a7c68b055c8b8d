package io.facet.service.keys;

import io.facet.service.keys.KeyStore.Change;
import io.facet.service.store.TimedIds;
import io.facet.service.store.TimedIds.TimedId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Brings what this home knows into a store that has just been opened: the first keys, those that an
 * earlier version kept in a file, and revocations that the store doesn't know because it was
 * restored from a backup.
 *
 * @param here the keys that this home knows at the time
 * @param addsAlways whether its keys are added to a store that has others already
 */
record TakeOver(Supplier<List<ApiKey>> here, boolean addsAlways, TimedIds ids) {

  Change into(KeptKeys kept) {
    Set<String> known = kept.keys().stream().map(ApiKey::id).collect(Collectors.toSet());
    List<ApiKey> keys = new ArrayList<>();
    List<KeyEvent> events = new ArrayList<>();
    for (ApiKey key : here.get()) {
      if (!known.contains(key.id()) && (addsAlways || known.isEmpty())) {
        keys.add(key);
        events.add(event(KeyEvent.Action.TAKEN_OVER, key));
      } else if (isForgotten(key, kept)) {
        keys.add(key);
        events.add(event(KeyEvent.Action.REVOKED, key));
      }
    }
    return new Change(keys, events);
  }

  private static boolean isForgotten(ApiKey key, KeptKeys kept) {
    return key.revokedAt() != null
        && kept.find(key.id()).filter(there -> there.revokedAt() == null).isPresent();
  }

  private KeyEvent event(KeyEvent.Action action, ApiKey key) {
    TimedId id = ids.next();
    return new KeyEvent(id.text(), id.at(), action, key.id(), key.business(), null, null);
  }
}
