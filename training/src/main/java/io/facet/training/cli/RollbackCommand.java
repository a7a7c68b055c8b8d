package io.facet.training.cli;

import io.facet.registry.models.ModelRegistry;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the version champion again that was it before; twice goes back two versions. The service",
      "follows within seconds."
    })
final class RollbackCommand implements Callable<Integer> {

  private final Registries registries;

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--reason", required = true, description = "why; kept in the log of promotions")
  private String reason = "";

  @Mixin private final RegistryOption registry = new RegistryOption();

  RollbackCommand(Registries registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Registries.Open open = registry.open(registries)) {
      ModelRegistry models = open.registry();
      models.settle();
      String before =
          models
              .promotions()
              .before()
              .orElseThrow(
                  () ->
                      new CommandFailedException(
                          "there is no champion before this one: ./facet models lists them all, "
                              + "./facet promote takes any"));
      ChampionChange.make(models, before, reason, out);
    }
    return ExitCode.DONE;
  }
}
