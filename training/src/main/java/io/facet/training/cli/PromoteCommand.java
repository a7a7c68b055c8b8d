package io.facet.training.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = "Makes a version the champion by hand; the service follows within seconds.")
final class PromoteCommand implements Callable<Integer> {

  private final Registries registries;

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "VERSION", description = "its number, such as 7")
  private String version = "";

  @Option(names = "--reason", required = true, description = "why; kept with the version")
  private String reason = "";

  @Mixin private final RegistryOption registry = new RegistryOption();

  PromoteCommand(Registries registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Registries.Open open = registry.open(registries)) {
      ChampionChange.make(open.registry(), version, reason, out);
    }
    return ExitCode.DONE;
  }
}
