package io.facet.training.cli;

import io.facet.training.families.ModelFamily;
import io.facet.training.pipeline.Growth;
import io.facet.training.pipeline.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "pipeline",
    mixinStandardHelpOptions = true,
    description = {
      "Lets fresh files arrive at the pipeline one after the other, on folders that are thrown away,",
      "and measures each model on market stones that are in none of the files, and each step's time.",
      "python3 datasets/diamonds/make.py --market FILE makes a market."
    })
final class GrowthCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "what everything begins with (default: ${DEFAULT-VALUE})")
  private Path base = Path.of("datasets/diamonds/diamonds.csv");

  @Option(
      names = "--fresh",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "the files that arrive, in this order (default: those of datasets/diamonds/fresh)")
  private List<Path> fresh =
      List.of(
          Path.of("datasets/diamonds/fresh/2026-09.csv"),
          Path.of("datasets/diamonds/fresh/2026-10.csv"),
          Path.of("datasets/diamonds/fresh/2026-11.csv"));

  @Option(
      names = "--market",
      required = true,
      paramLabel = "FILE",
      description = "appraised stones to be asked about")
  private Path market = Path.of("");

  @Mixin private final LearningOption learning = new LearningOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    ModelFamily family = learning.family();
    List<Growth> growth =
        Growth.measure(base, fresh, market, family, learning.seed(), new PipelineLines(err));
    out.printf(
        "%n%s on market stones that no model has learned from%n%n%-24s %8s %7s %8s %8s %7s %8s  %s%n",
        family.name(), "after", "learned", "kept", "MAE $", "RMSE $", "MAPE %", "in range", "");
    growth.forEach(one -> print(out, one));
    out.printf("%n%-36s%n", "seconds a step");
    growth.forEach(one -> steps(out, one));
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, Growth one) {
    out.printf(
        Locale.ROOT,
        "%-24s %,8d %,7d %8.2f %8.2f %7.2f %8.1f  %s%n",
        one.file(),
        one.outcome().stones(),
        one.outcome().judging(),
        one.unseen().mae(),
        one.unseen().rmse(),
        one.unseen().mape(),
        one.unseen().coverage(),
        one.outcome().learned().orElseThrow().promoted() ? "promoted" : "challenger");
  }

  private static void steps(PrintWriter out, Growth one) {
    out.printf("%-24s", one.file());
    for (Outcome.Step step : one.outcome().steps()) {
      out.printf(Locale.ROOT, "  %s %.1f", step.words(), step.seconds());
    }
    out.println();
  }
}
