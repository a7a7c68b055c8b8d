package io.facet.training.cli;

import io.facet.registry.models.ModelVersion;
import io.facet.registry.models.PromotionLog;
import io.facet.training.page.Wrapped;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description =
        "Lists the registered versions with their figures, the newest first, and who became champion when and why.")
final class ModelsCommand implements Callable<Integer> {

  private final Registries registries;

  @Spec @Nullable CommandSpec spec;

  @Mixin private final RegistryOption registry = new RegistryOption();

  ModelsCommand(Registries registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Registries.Open open = registry.open(registries)) {
      List<ModelVersion> versions = open.registry().versions();
      if (versions.isEmpty()) {
        out.println("No version is registered yet: ./facet train --data FILE makes one.");
      } else {
        out.printf(
            "%-8s %-20s %-14s %9s %8s  %s%n",
            "version", "registered", "family", "MAE $", "MAPE %", "");
      }
      versions.forEach(version -> print(out, version));
      print(out, open.registry().promotions());
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, ModelVersion version) {
    out.printf(
        "%-8s %-20s %-14s %9s %8s  %s%n",
        version.version(),
        version.createdAt().truncatedTo(ChronoUnit.SECONDS),
        version.tags().getOrDefault("family", "?"),
        figure(version, "mae_usd"),
        figure(version, "mape_percent"),
        version.aliases().isEmpty() && version.stage().equals(ModelVersion.PRODUCTION)
            ? "stage " + ModelVersion.PRODUCTION
            : String.join(", ", version.aliases().stream().sorted().toList()));
  }

  private static void print(PrintWriter out, PromotionLog log) {
    if (log.promotions().isEmpty()) {
      return;
    }
    out.printf("%n%-8s %-20s %-14s  %s%n", "champion", "since", "by", "because");
    log.promotions()
        .reversed()
        .forEach(
            promotion ->
                out.print(
                    Wrapped.lines(
                        "%-8s %-20s %-14s  "
                            .formatted(
                                promotion.version(),
                                promotion.at().truncatedTo(ChronoUnit.SECONDS),
                                promotion.by()),
                        promotion.reason())));
  }

  private static String figure(ModelVersion version, String name) {
    Double figure = version.metrics().get(name);
    return figure == null ? "?" : String.format(Locale.ROOT, "%.2f", figure);
  }
}
