package io.facet.service.keys;

import io.facet.service.store.TimedIds;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * The keys as this home knows them: from the copy of the last time, else the first ones.
 *
 * @param addsAlways whether its keys belong into every store: they were kept nowhere else, or are
 *     of use nowhere else, being hashed with this home's own pepper
 */
record HomeKeys(KnownKeys known, KeyHash hash, KeyFile file, boolean addsAlways) {

  /** Blocks; makes what the first start needs. */
  static HomeKeys of(KeySettings settings, SecureRandom random) {
    KeyHash hash = new KeyHash(Pepper.of(settings, random));
    KeyFile file = new KeyFile(settings.kept());
    Optional<KeyFile.Content> content = file.read();
    List<ApiKey> keys =
        content
            .map(KeyFile.Content::keys)
            .orElseGet(() -> FirstKeys.of(settings.plain(), hash, random));
    if (content.isEmpty()) {
      file.write(keys);
    }
    KnownKeys known = new KnownKeys();
    known.take(new KeptKeys(Long.MIN_VALUE, keys));
    return new HomeKeys(
        known,
        hash,
        file,
        settings.pepper().isEmpty()
            || content.map(KeyFile.Content::isOfAnEarlierVersion).orElse(false));
  }

  TakeOver takeOver(TimedIds ids) {
    return new TakeOver(() -> known.all().keys(), addsAlways, ids);
  }
}
