package io.facet.service.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys of the first start, which nobody could ask for without a key. */
final class FirstKeys {

  private static final Logger log = LoggerFactory.getLogger(FirstKeys.class);

  private static final String HOUSE = "house";
  private static final List<First> FIRST =
      List.of(
          new First("admin", HOUSE, EnumSet.allOf(Scope.class)),
          new First("staff", HOUSE, EnumSet.complementOf(EnumSet.of(Scope.ADMIN))),
          new First("demo", "demo", EnumSet.of(Scope.ESTIMATES, Scope.VALUATIONS)));

  private FirstKeys() {}

  private record First(String name, String business, Set<Scope> scopes) {}

  /**
   * Makes them where {@code store} is empty, and writes each for its owner to {@code folder}. They
   * are kept last: a start that dies halfway is simply done again.
   */
  static void ensure(KeyStore store, KeyHash hash, Path folder, SecureRandom random) {
    if (!store.all().isEmpty()) {
      return;
    }
    List<ApiKey> keys = new ArrayList<>();
    for (First first : FIRST) {
      PlainKey plain = PlainKey.generate(random);
      PrivateFile.write(
          folder.resolve(first.name()), (plain.reveal() + "\n").getBytes(StandardCharsets.UTF_8));
      keys.add(
          new ApiKey(
              plain.id(),
              first.name(),
              first.business(),
              first.scopes(),
              hash.of(plain.secret()),
              Instant.now()));
    }
    store.keep(keys);
    log.info("Made the first keys in {}", folder);
  }
}
