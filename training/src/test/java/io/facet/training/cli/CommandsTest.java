package io.facet.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.facet.registry.LocalStack;
import io.facet.registry.folder.ModelFolder;
import io.facet.training.families.Families;
import io.facet.training.selection.Candidate;
import io.facet.training.selection.SweepReport;
import io.facet.valuation.Appraiser;
import io.facet.valuation.PriceRange;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person without any server gets out of the commands. */
class CommandsTest {

  private static final String NOWHERE = "http://127.0.0.1:9";
  private static final String EXAMPLE = "0.72,Ideal,F,VS1,61.5,56,5.75,5.78,3.55\n";

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path model;

  @BeforeAll
  static void train() {
    model = shared.resolve("model");
    Terminal trained =
        Terminal.run(
            shared, "train", "--quick", "--data", Terminal.collection(), "--out", model.toString());
    assertThat(trained.err()).isEmpty();
    assertThat(trained.exit()).isZero();
    assertThat(trained.out()).contains("5,000 rows, 4,985 accepted, 10 unappraised, 5 set aside");
  }

  @Test
  void a_trained_folder_holds_what_the_design_promises() {
    ModelFolder opened = ModelFolder.open(model);

    assertThat(opened.provenance().family()).isEqualTo("price-list");
    assertThat(opened.provenance().metrics().get("r2")).isGreaterThan(.95);
    for (String file :
        List.of(
            "model.facet",
            "model.onnx",
            "MLmodel",
            "model-card.md",
            "provenance.json",
            "stones.csv",
            "SHA256SUMS",
            "input_example.json",
            "requirements.txt",
            "conda.yaml",
            "python_env.yaml",
            "code/facet_pyfunc.py",
            "training/actual-against-estimate.png",
            "training/error-by-carat.png",
            "training/importance.png",
            "training/out-of-fold.csv",
            "training/reliability.png",
            "training/residual-by-estimate.png",
            "training/residual-by-weight.png",
            "price-list.html",
            "price-list.csv",
            "price-list.pdf",
            "training/set-aside.csv")) {
      assertThat(model.resolve(file)).isNotEmptyFile();
    }
    assertThat(model.resolve("training/set-aside.csv"))
        .content()
        .startsWith("file,line,column,value,problem")
        .hasLineCount(1 + 8); // five stones, one of which has two problems and one three
  }

  @Test
  void the_card_links_only_to_what_lies_beside_it() throws IOException {
    List<String> links =
        Pattern.compile("]\\(([^)]+)\\)")
            .matcher(Files.readString(model.resolve("model-card.md")))
            .results()
            .map(link -> link.group(1))
            .toList();

    assertThat(links).contains("price-list.html", "training/reliability.png").hasSize(10);
    assertThat(links).allSatisfy(link -> assertThat(model.resolve(link)).isNotEmptyFile());
  }

  @Test
  void the_price_list_says_what_the_model_in_the_folder_says() throws IOException {
    Appraiser appraiser = ModelFolder.open(model).appraiser();
    Diamond typical = appraiser.reference().stone();
    List<NamedCsvRecord> list = records(model.resolve("price-list.csv"));

    NamedCsvRecord row =
        list.stream()
            .filter(
                of ->
                    of.getField("carat").equals("0.70")
                        && of.getField("cut").equals(typical.cut().spelling())
                        && of.getField("color").equals(typical.color().spelling())
                        && of.getField("clarity").equals(typical.clarity().spelling()))
            .findFirst()
            .orElseThrow();

    double[] asked = appraiser.typicalFactors();
    asked[Factor.CARAT.ordinal()] = .7;
    assertThat(number(row, "usd"))
        .isCloseTo(Math.exp(appraiser.model().logPrice(asked)), within(.006));
  }

  @Test
  void the_same_data_and_seed_train_the_same_model_byte_for_byte() {
    Path again = folder.resolve("again");
    Terminal.run(
        folder, "train", "--quick", "--data", Terminal.collection(), "--out", again.toString());

    assertThat(again.resolve("model.facet")).hasSameBinaryContentAs(model.resolve("model.facet"));
    assertThat(again.resolve("model.onnx")).hasSameBinaryContentAs(model.resolve("model.onnx"));
  }

  @Test
  void value_keeps_every_row_and_adds_the_price_or_the_problem() throws IOException {
    Path stones =
        write(
            """
            owner,carat,cut,color,clarity,depth,table,x,y,z
            Ada,0.72,Ideal,F,VS1,61.5,56,5.75,5.78,3.55
            Ben,0.72,Idael,F,VS9,61.5,56,5.75,5.78,3.55
            "Cy, son",1.01,Good,J,SI2,63,57,6.3,6.35,3.98
            """);
    Path out = folder.resolve("valued.csv");

    Terminal valued =
        Terminal.run(
            folder,
            "value",
            stones.toString(),
            "--model",
            model.toString(),
            "--out",
            out.toString());

    assertThat(valued.exit()).isZero();
    List<NamedCsvRecord> rows = records(out);
    assertThat(rows)
        .extracting(row -> row.getField("owner"))
        .containsExactly("Ada", "Ben", "Cy, son");
    double price = ModelFolder.open(model).appraiser().estimate(Stones.EXAMPLE).price();
    assertThat(number(rows.getFirst(), "estimate")).isEqualTo(price);
    assertThat(number(rows.getFirst(), "low")).isLessThan(price);
    assertThat(number(rows.getFirst(), "high")).isGreaterThan(price);
    assertThat(rows.getFirst().getField("problem")).isEmpty();
    assertThat(rows.get(1).getField("estimate")).isEmpty();
    assertThat(rows.get(1).getField("problem")).contains("cut").contains("clarity");
  }

  @Test
  void explained_factors_multiply_to_the_estimate() throws IOException {
    Path out = folder.resolve("explained.csv");

    Terminal.run(
        folder,
        "value",
        Terminal.collection(),
        "--model",
        model.toString(),
        "--explain",
        "--out",
        out.toString());

    List<NamedCsvRecord> rows = records(out);
    assertThat(rows).hasSize(5_000);
    for (NamedCsvRecord row : rows) {
      if (row.getField("problem").isEmpty()) {
        double product = number(row, "reference");
        for (String name : row.getHeader()) {
          product *= name.startsWith("factor_") ? number(row, name) : 1;
        }
        assertThat(product / number(row, "estimate")).isCloseTo(1, within(1e-9));
      }
    }
    assertThat(rows.getFirst().getHeader().stream().filter(name -> name.startsWith("factor_")))
        .hasSize(9);
  }

  @Test
  void value_gives_the_range_that_is_asked_for_and_the_mean() throws IOException {
    Path stones =
        write(
            """
            carat,cut,color,clarity,depth,table,x,y,z
            0.72,Ideal,F,VS1,61.5,56,5.75,5.78,3.55
            0.72,Idael,F,VS1,61.5,56,5.75,5.78,3.55
            """);
    Path out = folder.resolve("valued.csv");

    Terminal valued =
        Terminal.run(
            folder,
            "value",
            stones.toString(),
            "--model",
            model.toString(),
            "--coverage",
            "50",
            "--mean",
            "--comparables",
            "1",
            "--out",
            out.toString());

    assertThat(valued.exit()).as(valued.err()).isZero();
    NamedCsvRecord row = records(out).getFirst();
    Appraiser appraiser = ModelFolder.open(model).appraiser();
    PriceRange half = appraiser.estimate(Stones.EXAMPLE, .5).range();
    assertThat(number(row, "low")).isEqualTo(half.low());
    assertThat(number(row, "high")).isEqualTo(half.high());
    assertThat(number(row, "mean")).isEqualTo(appraiser.mean(Stones.EXAMPLE));
    assertThat(row.getHeader().subList(9, 16))
        .containsExactly("estimate", "low", "high", "problem", "caveats", "mean", "comparable_1");
    NamedCsvRecord refused = records(out).get(1);
    assertThat(refused.getField("problem")).contains("cut");
    assertThat(refused.getField("mean")).isEmpty();
  }

  @Test
  void a_wider_range_keeps_the_price_and_its_factors() throws IOException {
    Path stones = write("carat,cut,color,clarity,depth,table,x,y,z\n" + EXAMPLE);
    List<NamedCsvRecord> rows = new ArrayList<>();
    for (String coverage : List.of("50", "80", "90", "95.0")) {
      Path out = folder.resolve("valued.csv");
      Terminal.run(
          folder,
          "value",
          stones.toString(),
          "--model",
          model.toString(),
          "--explain",
          "--coverage",
          coverage,
          "--out",
          out.toString());
      rows.add(records(out).getFirst());
    }

    for (int i = 1; i < rows.size(); i++) {
      assertThat(number(rows.get(i), "low")).isLessThan(number(rows.get(i - 1), "low"));
      assertThat(number(rows.get(i), "high")).isGreaterThan(number(rows.get(i - 1), "high"));
      assertThat(rows.get(i).getField("estimate")).isEqualTo(rows.getFirst().getField("estimate"));
      assertThat(rows.get(i).getField("factor_carat"))
          .isEqualTo(rows.getFirst().getField("factor_carat"));
    }
  }

  @Test
  void a_coverage_that_the_model_lacks_is_wrong_usage_and_names_those_it_has() {
    Terminal valued =
        Terminal.run(
            folder,
            "value",
            Terminal.collection(),
            "--model",
            model.toString(),
            "--coverage",
            "85");

    assertThat(valued.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(valued.err())
        .contains("--coverage 85: this model has ranges for 50, 80, 90, 95 % of prices");
    assertThat(Terminal.run(folder, "value", "--help").out()).contains("median");
  }

  @Test
  void value_without_out_prints_and_fails_when_no_row_could_be_valued() throws IOException {
    Path none =
        write(
            """
            carat,cut,color,clarity,depth,table,x,y,z
            0.72,Idael,F,VS1,61.5,56,5.75,5.78,3.55
            """);

    Terminal valued = Terminal.run(folder, "value", none.toString(), "--model", model.toString());

    assertThat(valued.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(valued.out()).contains("estimate,low,high,problem").contains("Idael");
    assertThat(valued.err()).contains("0 of 1 stones valued, 1 refused");
  }

  @Test
  void a_stone_beyond_what_was_learned_has_a_caveat() throws IOException {
    Path heavy =
        write(
            """
            carat,cut,color,clarity,depth,table,x,y,z
            9.5,Ideal,D,IF,61.5,56,13.6,13.65,8.38
            """);

    Terminal valued = Terminal.run(folder, "value", heavy.toString(), "--model", model.toString());

    assertThat(valued.out()).contains(",problem,caveats\n").contains("9.50 ct");
  }

  @Test
  void nothing_of_the_users_is_overwritten_or_left_half_written() throws IOException {
    Path stones = write("carat,cut,color,clarity,depth,table,x,y,z\n");
    Path torn =
        write("torn.csv", Files.readString(Path.of(Terminal.collection())) + "0.7,\"Ideal\n0.7");
    Path out = folder.resolve("out.csv");

    Terminal same =
        Terminal.run(
            folder,
            "value",
            stones.toString(),
            "--model",
            model.toString(),
            "--out",
            stones.toString());
    Terminal half =
        Terminal.run(
            folder, "value", torn.toString(), "--model", model.toString(), "--out", out.toString());
    Terminal nowhere =
        Terminal.run(
            folder,
            "value",
            Terminal.collection(),
            "--model",
            model.toString(),
            "--out",
            folder.resolve("no/such/out.csv").toString());

    assertThat(same.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(same.err()).contains("would overwrite");
    assertThat(stones).hasContent("carat,cut,color,clarity,depth,table,x,y,z");
    assertThat(half.exit()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(nowhere.err()).startsWith("facet: there is no file or folder ");
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("out.csv"));
  }

  @Test
  void evaluate_says_how_close_for_people_and_for_programs() {
    Terminal table =
        Terminal.run(folder, "evaluate", Terminal.collection(), "--model", model.toString());
    Terminal json =
        Terminal.run(
            folder, "evaluate", Terminal.collection(), "--model", model.toString(), "--json");

    assertThat(table.out()).contains("MAE $").contains("0.40–0.70 ct").contains("4986");
    JsonNode figures = JsonMapper.shared().readTree(json.out());
    assertThat(figures.path("stones").asInt()).isEqualTo(4_986);
    assertThat(figures.path("unappraised").asInt()).isEqualTo(10);
    assertThat(figures.path("r2").asDouble()).isBetween(.95, 1.0);
    assertThat(figures.path("by_carat").size()).isEqualTo(6);
  }

  @Test
  void a_folder_of_files_that_nobody_has_made_is_no_empty_one() {
    Terminal ran =
        Terminal.run(
            folder,
            "pipeline",
            "--incoming",
            folder.resolve("nowhere").toString(),
            "--mlflow",
            "http://127.0.0.1:9");

    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("there is no folder " + folder.resolve("nowhere"));
  }

  @Test
  void a_sweep_says_why_it_chose_and_the_folder_tells_it_later() {
    Path swept = folder.resolve("swept");

    Terminal trained =
        Terminal.run(
            folder,
            "train",
            "--sweep",
            "--quick",
            "--data",
            Terminal.collection(),
            "--out",
            swept.toString());

    assertThat(trained.err()).isEmpty();
    assertThat(trained.exit()).isZero();
    assertThat(trained.out())
        .contains("linear: 5 of 5")
        .containsPattern("linear +[0-9.]+ +[0-9.]+ +0.95")
        .containsPattern("random-forest +[0-9.]+")
        .containsPattern("cut 3 of 3: 5 of 5")
        .contains("is the simplest family that none beats by more than chance");
    SweepReport report = SweepReport.in(swept.resolve("training")).orElseThrow();
    assertThat(report.candidates()).extracting(Candidate::family).isEqualTo(Families.names());
    assertThat(ModelFolder.open(swept).provenance().family()).isEqualTo(report.winner());
    assertThat(swept.resolve("training/sweep.md")).content().contains(report.reason());
  }

  @Test
  void the_accuracy_bench_compares_families_for_people_and_for_programs() {
    Terminal table = bench("--family", "linear", "random-forest", "--collections", "2");
    Terminal json = bench("--family", "linear", "--collections", "2", "--json");

    assertThat(table.exit()).as(table.err()).isZero();
    assertThat(table.out())
        .contains("Out of fold on diamonds.csv, seed 1")
        .contains("Final test: learned from diamonds.csv, asked about 2026-09.csv")
        .contains("0.40–0.70 ct")
        .contains("width to a constant band")
        .contains("Better stones that cost less")
        .contains("2 random collections of 4,985 stones out of both files, seeds 2, 3")
        .containsPattern("linear +0\\.9[0-9]+ ± ");
    assertThat(table.err()).contains("collection 2 of 2, random-forest: 5 of 5");
    JsonNode figures = JsonMapper.shared().readTree(json.out());
    JsonNode linear = figures.path("families").path("linear");
    assertThat(linear.path("out_of_fold").path("stones").asInt()).isEqualTo(4_985);
    assertThat(linear.path("market").path("r2").asDouble()).isGreaterThan(.9);
    assertThat(linear.path("market_by_carat").size()).isEqualTo(6);
    assertThat(linear.path("falls_on_grid").asLong(-1)).isNotNegative();
    assertThat(linear.path("falls_on_grid_by_factor").path("carat").path("pairs").asLong())
        .isEqualTo(390 * 280);
    assertThat(linear.path("falls_around_stones_percent").isNumber()).isTrue();
    assertThat(linear.path("reasons_error").asDouble()).isLessThan(1e-9);
    assertThat(figures.path("collections").path("linear").path("mae_usd_sd").asDouble())
        .isPositive();
  }

  @Test
  void a_sweep_takes_no_family_and_a_search_enough_stones() {
    Terminal named =
        Terminal.run(
            folder, "train", "--sweep", "--family", "linear", "--data", Terminal.collection());
    Terminal few = Terminal.run(folder, "train", "--tune", "10", "--data", Terminal.collection());

    assertThat(named.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(named.err()).contains("it takes neither --family nor --tune");
    assertThat(few.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(few.err()).contains("--tune takes at least 500 stones, not 10");
  }

  @Test
  void the_accuracy_bench_knows_a_family_that_training_does_not_offer() {
    Terminal studied = bench("--family", "price-list-raw");

    assertThat(studied.exit()).as(studied.err()).isZero();
    assertThat(studied.out()).containsPattern("price-list-raw +[0-9,]+ +[0-9]");
    assertThat(
            Terminal.run(
                folder, "train", "--family", "price-list-raw", "--data", Terminal.collection()))
        .returns(ExitCode.USAGE, Terminal::exit);
  }

  @Test
  void the_accuracy_bench_says_what_the_market_is_for_and_refuses_what_it_does_not_know() {
    assertThat(Terminal.run(folder, "bench", "accuracy", "--help").out())
        .contains("for the final figure only");
    assertThat(bench("--family", "oracle"))
        .returns(ExitCode.USAGE, Terminal::exit)
        .satisfies(refused -> assertThat(refused.err()).contains("no family \"oracle\""));
    assertThat(bench("--collections=-1").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(Terminal.run(folder, "bench").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_registry_that_is_away_costs_no_model() throws IOException {
    Terminal trained =
        Terminal.run(
            folder,
            "train",
            "--family",
            "linear",
            "--data",
            Terminal.collection(),
            "--mlflow",
            NOWHERE);

    assertThat(trained.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(trained.err())
        .contains("127.0.0.1:9")
        .contains("The trained model is safe")
        .contains("./facet models register ");
    String kept = trained.err().strip().replaceFirst("(?s).*models register ", "");
    assertThat(ModelFolder.open(Path.of(kept)).provenance().family()).isEqualTo("linear");
  }

  @Test
  void refused_data_is_exit_code_3_and_says_why() throws IOException {
    Path few =
        write(
            """
            carat,cut,color,clarity,depth,table,price,x,y,z
            0.72,Ideal,F,VS1,61.5,56,3649,5.75,5.78,3.55
            """);
    Path none = write("none.csv", "a;b;c\n1;2;3\n");

    Terminal small = train(few);
    Terminal wrong = train(none);
    Terminal valued = Terminal.run(folder, "value", none.toString(), "--model", model.toString());
    Terminal missing = train(folder.resolve("missing.csv"));

    assertThat(List.of(small, wrong, valued, missing))
        .extracting(Terminal::exit)
        .containsOnly(ExitCode.DATA_REFUSED);
    assertThat(small.err()).startsWith("facet: only 1 usable").hasLineCount(1);
    assertThat(wrong.err()).contains("separated by \";\"");
    assertThat(missing.err()).contains("there is no such file");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void wrong_usage_is_exit_code_2_and_shows_the_way() {
    assertThat(Terminal.run(folder, "train").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(Terminal.run(folder, "trian", "--data", "x").exit()).isEqualTo(ExitCode.USAGE);
    Terminal family =
        Terminal.run(
            folder,
            "train",
            "--family",
            "oracle",
            "--data",
            Terminal.collection(),
            "--out",
            folder.resolve("out").toString());
    assertThat(family.exit()).isEqualTo(ExitCode.USAGE);
    Terminal percent = Terminal.run(folder, "train", "--allow-set-aside=-5", "--data", "x");
    assertThat(percent.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(Terminal.run(folder, "models", "--mlflow", "ftp://x").exit())
        .isEqualTo(ExitCode.USAGE);
    assertThat(family.err())
        .contains("oracle")
        .contains("linear, price-list, random-forest, boosted-trees, blend");
  }

  @Test
  void a_folder_that_is_there_is_not_overwritten() {
    Terminal trained =
        Terminal.run(folder, "train", "--data", Terminal.collection(), "--out", model.toString());

    assertThat(trained.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(trained.err()).contains("exists already");
  }

  @Test
  void a_damaged_model_is_refused_by_name() throws IOException {
    Path damaged = folder.resolve("damaged");
    Files.createDirectories(damaged);
    for (String file : List.of("model.facet", "provenance.json", "SHA256SUMS")) {
      Files.copy(model.resolve(file), damaged.resolve(file));
    }
    Files.write(damaged.resolve("model.facet"), new byte[] {1});

    Terminal valued =
        Terminal.run(folder, "value", Terminal.collection(), "--model", damaged.toString());

    assertThat(valued.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(valued.err()).contains("model.facet is damaged").hasLineCount(1);
  }

  @Test
  void a_command_that_needs_a_stack_says_how_to_start_one() {
    assertThat(Terminal.run(folder, "models").err()).contains("./facet up");
    assertThat(Terminal.run(folder, "quote").err()).contains("./facet up");
    assertThat(Terminal.run(folder, "value", Terminal.collection(), "--model", "champion").err())
        .contains("./facet up");
  }

  private Terminal bench(String... arguments) {
    Path market = LocalStack.checkout().resolve("datasets/diamonds/fresh/2026-09.csv");
    List<String> all = new ArrayList<>(List.of("bench", "accuracy", "--quick"));
    Collections.addAll(all, "--data", Terminal.collection(), "--market", market.toString());
    Collections.addAll(all, arguments);
    return Terminal.run(folder, all.toArray(String[]::new));
  }

  private Terminal train(Path data) {
    return Terminal.run(
        folder, "train", "--data", data.toString(), "--out", folder.resolve("out").toString());
  }

  private Path write(String text) throws IOException {
    return write("stones.csv", text);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<NamedCsvRecord> records(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      return csv.stream().toList();
    }
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }
}
