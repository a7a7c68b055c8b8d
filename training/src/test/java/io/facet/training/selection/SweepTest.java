package io.facet.training.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.training.Collection;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Folds;
import io.facet.training.families.ModelFamily;
import io.facet.valuation.Appraisal;
import io.facet.valuation.price.LinearModel;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Factor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

  private static final double[] FIFTEEN = {
    300, 310, 290, 305, 295, 302, 308, 292, 303, 297, 301, 309, 291, 304, 296
  };

  @TempDir private Path folder;

  @Test
  void a_simpler_family_wins_where_the_difference_may_be_chance() {
    SweepReport report =
        SweepReport.choose(
            List.of(candidate("poor", 40, 5), candidate("simple", 0, 9), noisy("complex", -2)));

    assertThat(report.winner()).isEqualTo("simple");
    assertThat(report.reason())
        .contains("each simpler one (poor) is beaten")
        .contains("complex comes closest, with 2.06 USD less (p = ");
  }

  @Test
  void a_more_complex_family_wins_where_it_errs_less_by_more_than_chance() {
    SweepReport report =
        SweepReport.choose(List.of(candidate("simple", 0, 9), candidate("complex", -9, 1)));

    assertThat(report.winner()).isEqualTo("complex");
    assertThat(report.reason()).contains("each simpler one (simple) is beaten");
  }

  @Test
  void families_out_of_reach_are_compared_on_the_first_folds_and_close_ones_on_all() {
    List<String> tasks = new ArrayList<>();
    List<ModelFamily> families = List.of(byWeight("far", 1.2), byWeight("near", 1.01), best());

    List<Appraisal> stones = Collection.some(900);
    Sweep sweep =
        Sweep.of(families, stones, Folds.assign(stones, CrossValidation.FOLDS), 1, noting(tasks));

    assertThat(sweep.report().candidates())
        .extracting(candidate -> candidate.foldMaes().size())
        .containsExactly(5, 15, 15);
    assertThat(tasks)
        .containsExactly(
            "far: 5",
            "near: 5",
            "best: 5",
            "near, cut 2 of 3: 5",
            "near, cut 3 of 3: 5",
            "best, cut 2 of 3: 5",
            "best, cut 3 of 3: 5");
    assertThat(sweep.family().name()).isEqualTo(sweep.report().winner());
    Candidate winner =
        sweep.report().candidates().stream()
            .filter(candidate -> candidate.family().equals(sweep.report().winner()))
            .findFirst()
            .orElseThrow();
    assertThat(winner.metrics()).isEqualTo(sweep.validation().figures().named());
  }

  @Test
  void a_report_is_read_again_as_it_was_written_and_people_read_it_too() throws IOException {
    SweepReport report =
        SweepReport.choose(List.of(candidate("simple", 0, 9), candidate("complex", -9, 1)));

    report.write(folder);

    assertThat(SweepReport.in(folder)).contains(report);
    assertThat(folder.resolve("sweep.md"))
        .content()
        .contains("| simple | 300.26 |")
        .contains("| complex | 291.21 | 7.00 | 0.9700 | 15 | chosen |  | 12 |");
    assertThat(SweepReport.in(folder.resolve("elsewhere"))).isEmpty();
  }

  @Test
  void a_damaged_report_is_named() throws IOException {
    Files.writeString(folder.resolve("sweep.json"), "{\"winner\": 3");

    assertThatThrownBy(() -> SweepReport.in(folder)).hasMessageContaining("sweep.json is not what");
  }

  private static Sweep.Watcher noting(List<String> tasks) {
    return new Sweep.Watcher() {
      @Override
      public IntConsumer begin(String task, int steps) {
        tasks.add(task + ": " + steps);
        return step -> {};
      }
    };
  }

  /** Errs by {@code more} USD than the others on every fold, give or take {@code noise}. */
  private static Candidate candidate(String name, double more, double noise) {
    double[] errors = FIFTEEN.clone();
    for (int fold = 0; fold < errors.length; fold++) {
      errors[fold] += more + noise * (fold % 2 == 0 ? .1 : -.1);
    }
    return candidate(name, errors);
  }

  private static Candidate noisy(String name, double more) {
    double[] errors = FIFTEEN.clone();
    for (int fold = 0; fold < errors.length; fold++) {
      errors[fold] += more + (fold == 14 ? 0 : fold % 2 == 0 ? 25 : -25);
    }
    return candidate(name, errors);
  }

  private static Candidate candidate(String name, double[] errors) {
    double mae = Arrays.stream(errors).average().orElseThrow();
    return new Candidate(
        name,
        Map.of("depth", "6"),
        Map.of("mae_usd", mae, "mape_percent", 7.0, "r2", .97),
        Arrays.stream(errors).boxed().toList(),
        12);
  }

  private static ModelFamily best() {
    return byWeight("best", 1);
  }

  /** Knows that price goes with weight, and asks {@code times} too much. */
  private static ModelFamily byWeight(String name, double times) {
    return new ModelFamily() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Map<String, String> parameters() {
        return Map.of("times", Double.toString(times));
      }

      @Override
      public PriceModel fit(List<Appraisal> stones, long seed) {
        double logPerCarat =
            stones.stream()
                .mapToDouble(
                    stone -> Math.log(stone.price()) - 1.7 * Math.log(stone.stone().carat()))
                .average()
                .orElseThrow();
        return new LinearModel(
            logPerCarat + Math.log(times),
            1.7,
            new double[Factor.COLOR.grades().size()],
            new double[Factor.CLARITY.grades().size()],
            new double[Factor.CUT.grades().size()],
            new double[5]);
      }
    };
  }
}
