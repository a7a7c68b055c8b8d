package io.facet.training.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.training.Collection;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Falls;
import io.facet.training.evaluation.Interval;
import io.facet.training.evaluation.Priced;
import io.facet.training.evaluation.Rising;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.training.learning.Trained;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelCardTest {

  private static Trained trained;
  private static String card;

  @BeforeAll
  static void train() {
    ModelFamily family = Families.named("linear", true).orElseThrow();
    TrainingData data = Collection.data();
    CrossValidation validation = CrossValidation.of(family, data.stones(), 7, done -> {});
    trained = Trained.refit(family, data, validation, 7, Clock.systemUTC());
    card = ModelCard.of(trained);
  }

  @Test
  void it_says_what_was_learned_from_how_and_what_is_not_known() {
    assertThat(card)
        .contains("| diamonds.csv | 5000 | 4985 | 10 | 5 |")
        .contains("| weight | 0.23 ct | 4.13 ct |")
        .contains("the price is a power of the weight")
        .contains("| `ridge` | 0.001 |")
        .contains("starts from the typical stone of the collection")
        .contains("The dearest stone it learned from was appraised at 18,787 USD")
        .contains("laboratory, fluorescence, polish, symmetry");
  }

  @Test
  void its_figures_are_those_of_the_stones() {
    List<Priced> priced = trained.validation().priced();
    List<Priced> fair = such(stone -> stone.cut().spelling().equals("Fair"));
    List<Priced> heavy = such(stone -> stone.carat() >= 2);

    assertThat(cell("MAE, mean absolute error, USD", 1))
        .startsWith("%.0f (".formatted(mae(priced)));
    assertThat(cell("Fair", 1)).isEqualTo(Integer.toString(fair.size()));
    assertThat(cell("Fair", 3)).startsWith("%.0f (".formatted(mae(fair)));
    assertThat(cell("Fair", 4)).startsWith(String.format(Locale.ROOT, "%.2f (", mape(fair)));
    assertThat(cell("from 2.00 ct", 3)).startsWith("%.0f (".formatted(mae(heavy)));
    assertThat(cell("R², share of the variance of prices explained", 1)).startsWith("0.9536 (");
  }

  @Test
  void its_coverage_is_counted_and_its_interval_is_wilsons() {
    List<Priced> priced = trained.validation().priced();
    long held =
        priced.stream()
            .filter(one -> one.low() <= one.appraised() && one.appraised() <= one.high())
            .count();
    Interval share = Interval.wilson(held, priced.size());

    assertThat(card)
        .contains(
            String.format(
                Locale.ROOT,
                "| all | 90 %% | 4985 | %d | %.1f (%.1f to %.1f) |",
                held,
                100.0 * held / 4985,
                100 * share.low(),
                100 * share.high()));
  }

  @Test
  void a_tenth_of_the_stones_a_row_tells_whether_estimates_come_true() {
    List<Double> estimates =
        trained.validation().priced().stream().map(Priced::estimate).sorted().toList();
    double lowest =
        estimates.subList(0, 498).stream().mapToDouble(Double::doubleValue).average().orElseThrow();

    assertThat(card)
        .containsPattern(
            "\\| [0-9]+–[0-9]+ \\| 498 \\| "
                + String.format(Locale.ROOT, "%.0f", lowest)
                + " \\| ");
    assertThat(card.lines().filter(line -> line.matches("\\| [0-9,]+–[0-9,]+ \\| 49[89] \\|.*")))
        .hasSize(10);
  }

  @Test
  void the_card_of_a_tiny_model_has_every_section_and_only_segments_with_stones() {
    String tiny = ModelCard.of(tiny());

    assertThat(headings(tiny)).isEqualTo(headings(card)).hasSize(14);
    assertThat(tiny)
        .containsPattern("\\| G \\| 3 \\| [0-9.-]+ \\| [0-9]+ \\| [0-9.]+ \\| [0-9.]+ \\|")
        .doesNotContain("\n| D |", "\n| from 2.00 ct |", "NaN", "Infinity");
  }

  @Test
  void it_says_by_factor_where_better_stones_cost_less() {
    Falls.Steps weight = trained.rising().onGrid().along(Factor.CARAT);
    Falls.Steps all = trained.rising().onGrid().all();

    assertThat(card)
        .contains("\n## Where better stones cost less\n", "it does in 5.67 % of all steps");
    assertThat(weight.pairs()).isEqualTo(390 * 280);
    assertThat(cell("weight (0.01 ct)", 1)).isEqualTo(Long.toString(weight.pairs()));
    assertThat(cell("all four", 1)).isEqualTo(Long.toString(all.pairs()));
    assertThat(cell("all four", 2)).isEqualTo(Long.toString(all.falls()));
    // One step of four: Very Good to Premium.
    assertThat(card).contains("| cut | 87584 | 21896 | 25.00 | 0.25 |");
    assertThat(FallSection.of(Rising.of(Stones.appraiser(Stones.linear()), List.of())))
        .contains("it never does");
    assertThat(FallSection.of(Rising.of(Stones.appraiser(Stones.trees(20, 5, 1)), List.of())))
        .containsPattern("it does in [0-9.]+ % of all steps, by up to [0-9.]+ %\\.")
        .containsPattern("\\| cut \\| [0-9]+ \\| [1-9][0-9]* \\| [0-9.]+ \\| [0-9.]+ \\| 0.00 \\|");
  }

  @Test
  void every_table_is_whole() {
    for (String text : List.of(card, ModelCard.of(tiny()))) {
      String before = "";
      for (String line : text.lines().toList()) {
        if (line.startsWith("|") && before.startsWith("|")) {
          assertThat(pipes(line)).as(line).isEqualTo(pipes(before));
        } else if (line.startsWith("|")) {
          assertThat(before).as("a blank line before " + line).isEmpty();
        }
        before = line;
      }
    }
  }

  @Test
  void a_file_name_cannot_break_a_table() {
    MarkdownTable table = new MarkdownTable("file", "rows");
    table.row("odd|name.csv", "5");

    assertThat(table.toString()).endsWith("| odd\\|name.csv | 5 |\n");
  }

  /** A model of three G stones around a carat. */
  private static Trained tiny() {
    Appraiser appraiser = Stones.appraiser(Stones.linear());
    List<Priced> priced =
        Stones.random(400, 5).stream()
            .filter(stone -> stone.color() == Color.G && stone.carat() < 2)
            .limit(3)
            .map(
                stone ->
                    Priced.of(
                        stone, 1.05 * appraiser.estimate(stone).price(), appraiser.estimate(stone)))
            .toList();
    return new Trained(
        trained.family(),
        new CrossValidation(
            Map.of(CrossValidation.COVERAGE, priced),
            Stones.logSpread(),
            trained.validation().calibration()),
        appraiser,
        Rising.of(appraiser, List.of(Stones.EXAMPLE)),
        List.of(),
        TestModel.provenance());
  }

  private static List<String> headings(String markdown) {
    return markdown.lines().filter(line -> line.startsWith("#")).toList();
  }

  private static long pipes(String line) {
    return line.replace("\\|", "").chars().filter(c -> c == '|').count();
  }

  /** The cell of the row that begins with {@code name}, the first being 0. */
  private static String cell(String name, int column) {
    String row =
        card.lines().filter(line -> line.startsWith("| " + name + " |")).findFirst().orElseThrow();
    return Arrays.stream(row.split("\\|")).skip(1).map(String::strip).toList().get(column);
  }

  private static List<Priced> such(Predicate<Diamond> which) {
    return trained.validation().priced().stream().filter(one -> which.test(one.stone())).toList();
  }

  private static double mae(List<Priced> priced) {
    double sum = 0;
    for (Priced one : priced) {
      sum += Math.abs(one.appraised() - one.estimate());
    }
    return sum / priced.size();
  }

  private static double mape(List<Priced> priced) {
    double sum = 0;
    for (Priced one : priced) {
      sum += Math.abs(one.appraised() - one.estimate()) / one.appraised();
    }
    return 100 * sum / priced.size();
  }
}
