package io.facet.service.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys of the first start, which nobody could ask for without a key. */
final class FirstKeys {

  private static final Logger log = LoggerFactory.getLogger(FirstKeys.class);

  private static final String HOUSE = "house";
  private static final List<First> FIRST =
      List.of(
          new First("admin", HOUSE, Plan.HOUSE, EnumSet.allOf(Scope.class)),
          new First("staff", HOUSE, Plan.HOUSE, EnumSet.complementOf(EnumSet.of(Scope.ADMIN))),
          new First("demo", "demo", Plan.BUSINESS, EnumSet.of(Scope.ESTIMATES, Scope.VALUATIONS)));

  private FirstKeys() {}

  private record First(String name, String business, Plan plan, Set<Scope> scopes) {

    ApiKey key(PlainKey plain, KeyHash hash) {
      return new ApiKey(
          plain.id(),
          name,
          business,
          scopes,
          plan,
          hash.of(plain.secret()),
          Instant.now().truncatedTo(ChronoUnit.MILLIS),
          null,
          null,
          null);
    }
  }

  /**
   * The first keys, each of which lies in {@code folder} for its owner. Those that lie there
   * already stay as they are.
   */
  static List<ApiKey> of(Path folder, KeyHash hash, SecureRandom random) {
    return FIRST.stream()
        .map(first -> first.key(plain(folder.resolve(first.name()), random), hash))
        .toList();
  }

  private static PlainKey plain(Path file, SecureRandom random) {
    return written(file)
        .orElseGet(
            () -> {
              PlainKey fresh = PlainKey.generate(random);
              PrivateFile.write(file, (fresh.reveal() + "\n").getBytes(StandardCharsets.UTF_8));
              log.info("Made the first key {}", file);
              return fresh;
            });
  }

  private static Optional<PlainKey> written(Path file) {
    try {
      return Files.exists(file) ? PlainKey.parse(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
