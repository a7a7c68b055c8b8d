package io.facet.service.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Keys for tests that need others than those of the first start. */
public final class TestKeys {

  private TestKeys() {}

  /** Keeps a key in {@code home}, whose service is started with {@code pepper}; returns it. */
  public static String add(Path home, String pepper, Scope... scopes) {
    return addFor("test", home, pepper, scopes);
  }

  /** The same for {@code business}. */
  public static String addFor(String business, Path home, String pepper, Scope... scopes) {
    PlainKey plain = PlainKey.generate(new SecureRandom());
    KeyHash hash = new KeyHash(pepper.getBytes(StandardCharsets.UTF_8));
    FileKeyStore.open(home.resolve("service/keys.json"))
        .keep(
            List.of(
                new ApiKey(
                    plain.id(),
                    "test",
                    business,
                    Set.of(scopes),
                    hash.of(plain.secret()),
                    Instant.now())));
    return plain.reveal();
  }
}
