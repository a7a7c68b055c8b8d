package io.facet.training.cli;

import io.facet.training.accuracy.Accuracy;
import io.facet.training.accuracy.Split;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraisal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "accuracy",
    mixinStandardHelpOptions = true,
    description =
        "Learns every family from a collection and asks it about a market that it has never seen.",
    footer = {
      "The market is for the final figure only: families, settings and weights are chosen by",
      "cross-validation on the collection (./facet train --sweep). Whoever looks at this table to",
      "choose has no final test left. python3 datasets/diamonds/make.py --market FILE makes one."
    })
final class AccuracyCommand implements Callable<Integer> {

  private static final double ALLOWED_SET_ASIDE = 20;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "the collection to learn from")
  private Path data = Path.of("");

  @Option(
      names = "--market",
      required = true,
      paramLabel = "FILE",
      description = "appraised stones for the final test")
  private Path market = Path.of("");

  @Option(
      names = "--family",
      arity = "1..*",
      paramLabel = "NAME",
      description =
          "only these families; by default all that can be trained. price-list-raw, for study only, is"
              + " the price list before it is made to rise with weight and grades")
  private List<String> names = List.of();

  @Option(
      names = "--collections",
      paramLabel = "N",
      description =
          "also learn from N random collections of the same size out of both files together, and"
              + " report mean and standard deviation on the rest (default: ${DEFAULT-VALUE})")
  private int collections = 0;

  @Option(
      names = "--seed",
      description =
          "of all that is random; collection i is drawn with seed + i (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--quick", description = "learn faster and worse, to try things out")
  private boolean quick;

  @Option(names = "--json", description = "print JSON instead of tables")
  private boolean json;

  @Override
  public Integer call() {
    if (collections < 0) {
      throw wrong("--collections is a number from 0, not " + collections);
    }
    families();
    TrainingData learned = TrainingData.read(List.of(data));
    learned.require(ALLOWED_SET_ASIDE);
    TrainingData unseen = TrainingData.read(List.of(market));
    unseen.require(ALLOWED_SET_ASIDE);

    Split files = new Split(learned.stones(), unseen.stones());
    List<Accuracy> given = bench("", files);
    List<Appraisal> all = new ArrayList<>(learned.stones());
    all.addAll(unseen.stones());
    List<List<Accuracy>> drawn = new ArrayList<>();
    for (int i = 1; i <= collections; i++) {
      drawn.add(
          bench(
              "collection %d of %d, ".formatted(i, collections),
              Split.draw(all, learned.stones().size(), seed + i)));
    }
    AccuracyReport report =
        new AccuracyReport(
            name(data),
            name(market),
            seed,
            learned.stones().size(),
            files.shared(),
            given,
            List.copyOf(drawn));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(report.json());
    } else {
      report.print(out);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private List<Accuracy> bench(String which, Split split) {
    // Progress goes where it doesn't get into the JSON.
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    List<Accuracy> found = new ArrayList<>();
    for (ModelFamily family : families()) {
      found.add(
          Accuracy.of(
              family, split, seed, Progress.of(err, which + family.name(), CrossValidation.FOLDS)));
    }
    return found;
  }

  private List<ModelFamily> families() {
    List<ModelFamily> all = new ArrayList<>(Families.compared(quick));
    if (names.isEmpty()) {
      return all;
    }
    all.addAll(Families.studied(quick));
    List<String> known = all.stream().map(ModelFamily::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw wrong(LearningOption.unknown(name, known));
      }
    }
    return all.stream().filter(family -> names.contains(family.name())).toList();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
