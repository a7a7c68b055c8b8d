package io.facet.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.TestModel;
import io.facet.training.Collection;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.Comparables;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code value --comparables N} shows beside a price. */
class ComparablesTest {

  private static final String EXAMPLE =
      """
      owner,carat,cut,color,clarity,depth,table,x,y,z
      Ada,0.72,Ideal,F,VS1,61.5,56,5.75,5.78,3.55
      Ben,0.72,Idael,F,VS1,61.5,56,5.75,5.78,3.55
      """;

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path model;

  @BeforeAll
  static void train() {
    model = shared.resolve("model");
    Terminal trained =
        Terminal.run(
            shared,
            "train",
            "--family",
            "linear",
            "--data",
            Terminal.collection(),
            "--out",
            model.toString());
    assertThat(trained.exit()).as(trained.err()).isZero();
  }

  @Test
  void the_model_carries_every_stone_that_it_learned_from() {
    List<Appraisal> learned =
        Collection.data().stones().stream()
            .map(appraised -> new Appraisal(appraised.stone(), appraised.price()))
            .toList();

    assertThat(comparables().stones()).isEqualTo(learned);
  }

  @Test
  void a_row_shows_its_nearest_stones_last_and_a_refused_row_none() throws IOException {
    List<NamedCsvRecord> rows = value(EXAMPLE, "--comparables", "2", "--explain");

    assertThat(rows.getFirst().getHeader().subList(24, 35))
        .containsExactly(
            "caveats",
            "comparable_1",
            "comparable_1_appraised",
            "comparable_1_adjusted",
            "comparable_1_gross_percent",
            "comparable_1_adjustments",
            "comparable_2",
            "comparable_2_appraised",
            "comparable_2_adjusted",
            "comparable_2_gross_percent",
            "comparable_2_adjustments");
    NamedCsvRecord ada = rows.getFirst();
    assertThat(ada.getField("comparable_1")).contains(" ct F VS1 Ideal, ").endsWith(" mm");
    assertThat(number(ada, "comparable_1_adjusted") / number(ada, "comparable_1_appraised") - 1)
        .isBetween(
            -number(ada, "comparable_1_gross_percent") / 100,
            number(ada, "comparable_1_gross_percent") / 100);
    assertThat(number(ada, "comparable_1_adjusted") / number(ada, "estimate"))
        .isCloseTo(1, within(.3));
    assertThat(ada.getField("comparable_1_adjustments")).contains(" %");
    assertThat(rows.get(1).getFields().subList(25, 35)).containsOnly("");
  }

  @Test
  void a_stone_of_the_collection_is_compared_with_others_and_its_like_is_shown_to_whoever_asks()
      throws IOException {
    Appraisal own = comparables().stones().get(7);
    Diamond stone = own.stone();
    String columns = "carat,cut,color,clarity,depth,table,x,y,z,price\n";
    String cells =
        "%s,%s,%s,%s,%s,%s,%s,%s,%s,"
            .formatted(
                stone.carat(),
                stone.cut().spelling(),
                stone.color().spelling(),
                stone.clarity().spelling(),
                stone.depth(),
                stone.table(),
                stone.x(),
                stone.y(),
                stone.z());

    List<NamedCsvRecord> rows =
        value(columns + cells + own.price() + "\n" + cells + "\n", "--comparables", "1");

    assertThat(rows.get(0).getField("comparable_1_adjustments")).isNotEqualTo("none");
    assertThat(rows.get(1).getField("comparable_1_adjustments")).isEqualTo("none");
    assertThat(number(rows.get(1), "comparable_1_appraised")).isEqualTo(own.price());
    assertThat(number(rows.get(1), "comparable_1_adjusted")).isEqualTo(own.price());
    assertThat(number(rows.get(1), "comparable_1_gross_percent")).isZero();
  }

  @Test
  void where_the_model_has_fewer_stones_the_last_columns_stay_empty() throws IOException {
    Path small = TestModel.write(folder.resolve("small"), 6_000);
    ModelFolder.write(small, List.of(new Appraisal(TestModel.STONE, 3_000)));
    ModelFolder.seal(small);

    List<NamedCsvRecord> rows = value(small, EXAMPLE, "--comparables", "2");

    assertThat(rows.getFirst().getField("comparable_1_appraised")).isEqualTo("3000.0");
    assertThat(rows.getFirst().getField("comparable_2")).isEmpty();
  }

  @Test
  void a_model_that_carries_no_stones_says_so() throws IOException {
    Path old = TestModel.write(folder.resolve("old"), 6_000);

    Terminal valued = run(old, EXAMPLE, "--comparables", "3");

    assertThat(valued.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(valued.err())
        .startsWith("facet: " + old + " carries no appraised stones (stones.csv)")
        .hasLineCount(1);
    assertThat(run(old, EXAMPLE).exit()).isZero();
  }

  @Test
  void damaged_stones_are_refused_by_name() throws IOException {
    Path damaged = TestModel.write(folder.resolve("damaged"), 6_000);
    Files.writeString(damaged.resolve("stones.csv"), "carat,cut\n");
    ModelFolder.seal(damaged);

    Terminal valued = run(damaged, EXAMPLE, "--comparables", "3");

    assertThat(valued.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(valued.err()).contains("stones.csv: its first line is not carat,").hasLineCount(1);
  }

  @Test
  void one_to_ten_comparables_can_be_asked_for() throws IOException {
    for (String wrong : List.of("0", "11", "-1", "many")) {
      Terminal valued = run(model, EXAMPLE, "--comparables=" + wrong);

      assertThat(valued.exit()).as(wrong).isEqualTo(ExitCode.USAGE);
      assertThat(valued.err()).contains("--comparables");
    }
    List<String> last =
        value(EXAMPLE, "--comparables", "10").getFirst().getHeader().stream()
            .filter(name -> name.matches("comparable_\\d+"))
            .toList();
    assertThat(last)
        .isEqualTo(IntStream.rangeClosed(1, 10).mapToObj(i -> "comparable_" + i).toList());
  }

  private static Comparables comparables() {
    return ModelFolder.open(model).comparables().orElseThrow();
  }

  private List<NamedCsvRecord> value(String stones, String... options) throws IOException {
    return value(model, stones, options);
  }

  private List<NamedCsvRecord> value(Path from, String stones, String... options)
      throws IOException {
    Terminal valued = run(from, stones, options);
    assertThat(valued.exit()).as(valued.err()).isZero();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(folder.resolve("valued.csv"), StandardCharsets.UTF_8)) {
      return csv.stream().toList();
    }
  }

  private Terminal run(Path from, String stones, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("asked.csv"), stones);
    String[] value = {
      "value",
      file.toString(),
      "--model",
      from.toString(),
      "--out",
      folder.resolve("valued.csv").toString()
    };
    return Terminal.run(
        folder,
        IntStream.range(0, value.length + options.length)
            .mapToObj(i -> i < value.length ? value[i] : options[i - value.length])
            .toArray(String[]::new));
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }
}
