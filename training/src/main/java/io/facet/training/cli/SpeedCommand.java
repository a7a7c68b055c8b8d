package io.facet.training.cli;

import io.facet.registry.folder.ModelFolder;
import io.facet.training.speed.Measured;
import io.facet.training.speed.SpeedBench;
import io.facet.training.speed.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "speed",
    mixinStandardHelpOptions = true,
    description =
        "Measures how long a model takes for one stone, and ONNX Runtime on the same model (JMH).",
    footer = {
      "Takes about 90 s. Every task is measured in two fresh JVMs, one thread, on the stones that",
      "the model carries. Let the machine do nothing else meanwhile."
    })
final class SpeedCommand implements Callable<Integer> {

  private final Home home;
  private final Registries registries;

  @Spec @Nullable CommandSpec spec;

  @Mixin private final ModelOption model = new ModelOption();

  @Option(
      names = "--quick",
      description =
          "measure for a moment, in this JVM, to see that it works; the figures mean nothing")
  private boolean quick;

  SpeedCommand(Home home, Registries registries) {
    this.home = home;
    this.registries = registries;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine terminal = Objects.requireNonNull(spec).commandLine();
    ModelFolder folder = model.open(registries);
    SpeedBench bench =
        new SpeedBench(
            folder,
            quick ? SpeedBench.Effort.QUICK : SpeedBench.Effort.THOROUGH,
            home.folder().resolve("run/speed"));
    Map<Task, Measured> measured =
        bench.run(Progress.of(terminal.getErr(), "measured", bench.tasks().size()));
    PrintWriter out = terminal.getOut();
    out.printf(
        "%nOne stone at a time, out of %,d in turn; model %s (%s), Java %s, %d processors%n",
        bench.stones(),
        folder.path().getFileName(),
        folder.provenance().family(),
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors());
    new SpeedTable(measured).print(out);
    if (quick) {
      out.println("--quick: too short and in one JVM. These figures mean nothing.");
    }
    out.flush();
    return ExitCode.DONE;
  }
}
