package io.facet.service.shadow;

import io.facet.service.settings.Variables;
import java.nio.file.Path;

/**
 * Whether the challenger is asked too.
 *
 * @param on whether it is
 * @param cache folder of its copies
 */
public record ShadowSettings(boolean on, Path cache) {

  public static ShadowSettings read(Variables variables, Path home) {
    String who = variables.text("FACET_SHADOW").orElse("");
    if (!who.isEmpty() && !who.equals("challenger")) {
      variables.refuse(
          "FACET_SHADOW is \"%s\": it must be challenger, or not be set".formatted(who), () -> 0);
    } else if (!who.isEmpty() && variables.text("FACET_MLFLOW_URI").isEmpty()) {
      variables.refuse(
          "FACET_SHADOW is set, but FACET_MLFLOW_URI is not: a challenger comes from a registry",
          () -> 0);
    }
    return new ShadowSettings(!who.isEmpty(), home.resolve("service/challengers"));
  }
}
