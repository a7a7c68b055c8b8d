package io.facet.training.cli;

import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.training.page.Wrapped;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A person makes another version the champion, and sees what that changes. */
final class ChampionChange {

  private ChampionChange() {}

  /**
   * Promotes {@code version}.
   *
   * @throws CommandFailedException when there is no such version, or no reason
   */
  static void make(ModelRegistry registry, String version, String reason, PrintWriter out) {
    if (reason.isBlank()) {
      throw new CommandFailedException("say why with --reason: whoever looks later wants to know");
    }
    ModelVersion next =
        registry
            .version(version)
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        "there is no version " + version + ": ./facet models lists them"));
    Optional<ModelVersion> former =
        registry.champion().filter(champion -> !champion.version().equals(version));
    registry.promote(version, System.getProperty("user.name", "unknown"), reason);
    out.println("Version " + version + " is the champion.");
    former.ifPresent(champion -> compare(champion, next, out));
    out.flush();
  }

  /** Figures are those that each version stated of itself, out of fold. */
  private static void compare(ModelVersion former, ModelVersion next, PrintWriter out) {
    out.printf(
        "%n  %-28s %14s %14s %12s%n",
        "out of fold", "version " + former.version(), "version " + next.version(), "change");
    Set<String> names = new TreeSet<>(former.metrics().keySet());
    names.addAll(next.metrics().keySet());
    for (String name : names) {
      @Nullable Double was = former.metrics().get(name);
      @Nullable Double is = next.metrics().get(name);
      out.printf(
          "  %-28s %14s %14s %12s%n",
          name,
          figure(name, "", was),
          figure(name, "", is),
          was == null || is == null ? "" : figure(name, "+", is - was));
    }
    out.println();
    out.print(
        Wrapped.lines(
            "  ",
            "Each version's figures are of the stones that it was tried on itself, so small"
                + " differences mean little: what the gate found is in the run of the newer one."));
  }

  private static String figure(String name, String sign, @Nullable Double figure) {
    String digits = name.equals("r2") ? ".4f" : ",.2f";
    return figure == null ? "?" : String.format(Locale.ROOT, "%" + sign + digits, figure);
  }
}
