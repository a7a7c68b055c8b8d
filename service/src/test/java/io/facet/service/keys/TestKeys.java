package io.facet.service.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keys for tests that need others than those of the first start. */
public final class TestKeys {

  private TestKeys() {}

  /** A ring with these keys. */
  public static Keyring ring(InstantSource clock, ApiKey... keys) {
    KnownKeys known = new KnownKeys();
    known.take(new KeptKeys(1, List.of(keys)));
    return new Keyring(known, new KeyHash("a pepper".getBytes(StandardCharsets.UTF_8)), clock);
  }

  /** Keeps a key in {@code home}, whose service is started with {@code pepper}; returns it. */
  public static String add(Path home, String pepper, Scope... scopes) {
    return addFor("test", home, pepper, scopes);
  }

  /** The same for {@code business}. */
  public static String addFor(String business, Path home, String pepper, Scope... scopes) {
    return addFor(business, Plan.HOUSE, home, pepper, scopes);
  }

  /** The same with {@code plan}. */
  public static String addFor(
      String business, Plan plan, Path home, String pepper, Scope... scopes) {
    PlainKey plain = PlainKey.generate(new SecureRandom());
    KeyHash hash = new KeyHash(pepper.getBytes(StandardCharsets.UTF_8));
    KeyFile file = new KeyFile(home.resolve("service/keys.json"));
    List<ApiKey> keys = new ArrayList<>(file.read().map(KeyFile.Content::keys).orElse(List.of()));
    keys.add(
        new ApiKey(
            plain.id(),
            "test",
            business,
            Set.of(scopes),
            plan,
            hash.of(plain.secret()),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            null,
            null,
            null));
    file.write(keys);
    return plain.reveal();
  }
}
