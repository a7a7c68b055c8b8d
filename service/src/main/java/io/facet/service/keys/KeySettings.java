package io.facet.service.keys;

import io.facet.service.settings.Variables;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where keys lie.
 *
 * @param kept the stored hashes
 * @param plain folder of the plain keys made at the first start
 * @param pepperFile the pepper, where the environment doesn't give it
 * @param pepper the pepper given by the environment
 */
public record KeySettings(Path kept, Path plain, Path pepperFile, Optional<String> pepper) {

  private static final int SHORTEST_PEPPER = 16;

  public static KeySettings read(Variables variables, Path home) {
    Optional<String> pepper = variables.text("FACET_KEY_PEPPER");
    if (pepper.isPresent() && pepper.get().length() < SHORTEST_PEPPER) {
      variables.refuse(
          "FACET_KEY_PEPPER has %d characters: it must have %d at least"
              .formatted(pepper.get().length(), SHORTEST_PEPPER),
          () -> pepper);
    }
    return new KeySettings(
        home.resolve("service/keys.json"),
        home.resolve("keys"),
        home.resolve("service/pepper"),
        pepper);
  }

  /** Leaves the pepper out: what is printed ends up in logs. */
  @Override
  public String toString() {
    return "KeySettings[" + kept + "]";
  }
}
