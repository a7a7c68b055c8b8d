package io.facet.training.cli;

import io.facet.registry.folder.ModelFolder;
import io.facet.training.evaluation.CaratBands;
import io.facet.training.evaluation.Figures;
import io.facet.training.evaluation.Priced;
import io.facet.training.stones.RefusedFileException;
import io.facet.training.stones.StoneFile;
import io.facet.training.stones.StoneRow;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "How close a model comes to the appraised prices of a CSV file.")
final class EvaluateCommand implements Callable<Integer> {

  private final Registries registries;

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "appraised stones as CSV")
  private Path file = Path.of("");

  @Mixin private final ModelOption model = new ModelOption();

  @Option(names = "--json", description = "print JSON instead of a table")
  private boolean json;

  EvaluateCommand(Registries registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() throws IOException {
    ModelFolder folder = model.open(registries);
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    List<Priced> priced = new ArrayList<>();
    long refused = 0;
    long unappraised = 0;
    try (StoneFile stones = StoneFile.open(file)) {
      for (StoneRow row : stones) {
        if (!row.problems().isEmpty()) {
          refused++;
          if (refused <= 5) {
            err.printf("line %d refused: %s%n", row.line(), row.problem());
          }
        } else if (row.price().isEmpty()) {
          unappraised++;
        } else {
          Diamond stone = row.stone().orElseThrow();
          priced.add(
              Priced.of(stone, row.price().orElseThrow(), folder.appraiser().estimate(stone)));
        }
      }
    }
    if (priced.isEmpty()) {
      throw new RefusedFileException(file + " holds no appraised stone to compare with");
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(json(priced, refused, unappraised));
    } else {
      FigureTable.print(out, Figures.of(priced), CaratBands.figures(priced));
      out.printf("%,d refused, %,d not appraised%n", refused, unappraised);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static String json(List<Priced> priced, long refused, long unappraised) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>(figures(Figures.of(priced)));
    answer.put("refused", refused);
    answer.put("unappraised", unappraised);
    Map<String, @Nullable Object> bands = new LinkedHashMap<>();
    CaratBands.figures(priced).forEach((band, of) -> bands.put(band, figures(of)));
    answer.put("by_carat", bands);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(answer);
  }

  private static Map<String, @Nullable Object> figures(Figures of) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    figures.put("stones", of.stones());
    // A single stone has no R², and JSON no word for that but null.
    of.named().forEach((name, value) -> figures.put(name, Double.isFinite(value) ? value : null));
    return figures;
  }
}
