package io.facet.training.stones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.training.Collection;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoneFileTest {

  private static final String HEADER = "carat,cut,color,clarity,depth,table,price,x,y,z\n";
  private static final String STONE = "0.72,Ideal,F,VS1,61.5,56,3649,5.75,5.78,3.55\n";
  private static final Diamond DIAMOND =
      new Diamond(.72, Cut.IDEAL, Color.F, Clarity.VS1, 61.5, 56, 5.75, 5.78, 3.55);

  @TempDir private Path folder;

  @Test
  void a_row_is_a_stone_and_what_the_expert_said() {
    StoneRow row = read(HEADER + STONE).getFirst();

    assertThat(row.stone()).contains(DIAMOND);
    assertThat(row.price()).contains(3649.0);
    assertThat(row.line()).isEqualTo(2);
    assertThat(row.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEADER + STONE,
        "\uFEFF" + HEADER + STONE,
        "carat,cut,color,clarity,depth,table,price,x,y,z\r\n0.72,Ideal,F,VS1,61.5,56,3649,5.75,5.78,3.55\r\n",
        """
        "carat","cut","color","clarity","depth","table","price","x","y","z"
        "0.72","Ideal","F","VS1","61.5","56","3649","5.75","5.78","3.55\"""",
        " Carat ,CUT,color,clarity,depth,table,Price,X,y,z\n 0.72 ,ideal, f ,vs1,61.5,56, 3649 ,5.75,5.78,3.55",
        """
        z,y,x,note,price,table,depth,clarity,color,cut,carat
        3.55,5.78,5.75,"from Antwerp, by train",3649,56,61.5,VS1,F,Ideal,0.72
        """
      })
  void files_as_people_save_them_are_read(String text) {
    assertThat(read(text))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.stone()).contains(DIAMOND);
              assertThat(row.price()).contains(3649.0);
            });
  }

  @Test
  void a_stone_that_nobody_appraised_has_no_price_and_no_problem() {
    for (String price : List.of("-1", "-1.0", "")) {
      StoneRow row = read(HEADER + STONE.replace("3649", price)).getFirst();
      assertThat(row.stone()).contains(DIAMOND);
      assertThat(row.price()).isEmpty();
      assertThat(row.problems()).isEmpty();
    }
    assertThat(read(HEADER.replace("price,", "") + STONE.replace("3649,", "")).getFirst().price())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0.72  | 0,72    | row     | has 11 cells, and the header 10",
        "0.72  | \"0,72\"| carat   | number",
        "0.72  | NaN     | carat   | number",
        "0.72  | 1e309   | carat   | number",
        "0.72  | -0.72   | carat   | ",
        "0.72  | 0       | carat   | ",
        "Ideal | Idael   | cut     | Ideal",
        "VS1   | VS3     | clarity | VS2",
        ",F,   | ,Q,     | color   | ",
        "3649  | abc     | price   | USD",
        "3649  | 0       | price   | USD",
        "3649  | -500    | price   | USD",
        "3649  | 500d    | price   | USD",
        "3649  | 0x1p9   | price   | USD",
        "3649  | NaN     | price   | USD",
        "5.75  | 0       | x       | ",
        "5.75  | ``      | x       | "
      })
  void what_is_wrong_with_a_row_is_said(
      String right, String wrong, String column, String expected) {
    StoneRow row = read(HEADER + STONE.replace(right, wrong)).getFirst();

    assertThat(row.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.column()).isEqualTo(column);
              assertThat(problem.detail()).contains(expected == null ? "" : expected);
            });
    assertThat(row.problem()).startsWith(column + " ");
  }

  @Test
  void everything_wrong_with_a_stone_is_said_at_once() {
    StoneRow row = read(HEADER + "-1,Idael,Q,VS3,x,56,3649,5.75,5.78,3.55").getFirst();

    assertThat(row.problems())
        .extracting(StoneRow.Problem::column)
        .contains("carat", "cut", "color", "clarity", "depth");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                       | is empty",
        "carat,cut,color\\n0.72,Ideal,F           | missing: clarity, depth, table, x, y, z",
        "carat;cut;color;clarity;depth;table;x;y;z\\n0.72;Ideal | separated by \";\": save it with commas",
        "carat,cut,color,clarity,depth,table,x,y,z,Carat\\n     | carat stands there twice",
        "0.72,Ideal,F,VS1,61.5,56,5.75,5.78,3.55  | the first line must name the columns",
      })
  void a_file_without_the_nine_columns_is_refused(String text, String expected) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("stones.csv")
        .hasMessageContaining(expected);
  }

  @Test
  void what_is_no_text_is_refused_with_what_to_do() throws IOException {
    byte[] utf16 = ("\uFEFF" + HEADER + STONE).getBytes(StandardCharsets.UTF_16LE);
    byte[] unmarked = (HEADER + STONE).getBytes(StandardCharsets.UTF_16BE);
    byte[] zip = {'P', 'K', 3, 4, 0, 0, 0};

    assertThatThrownBy(() -> read(utf16)).hasMessageContaining("UTF-16 text: save it as UTF-8");
    assertThatThrownBy(() -> read(unmarked)).hasMessageContaining("UTF-16 text: save it as UTF-8");
    assertThatThrownBy(() -> read(zip)).hasMessageContaining("is not text");
    assertThatThrownBy(() -> StoneFile.open(folder.resolve("nowhere.csv")))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> StoneFile.open(Files.createDirectory(folder.resolve("folder"))))
        .isInstanceOf(RefusedFileException.class);
  }

  @Test
  void a_line_of_fifty_megabytes_is_refused_and_not_swallowed() throws IOException {
    byte[] line = new byte[50_000_000];
    Arrays.fill(line, (byte) '7');

    assertThatThrownBy(() -> read(line)).isInstanceOf(RefusedFileException.class);
    byte[] start = HEADER.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, line, 0, start.length);
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("a line of over");
  }

  @Test
  void letters_of_another_encoding_are_refused_wherever_they_stand() {
    for (String text :
        List.of(
            HEADER + STONE.replace("Ideal", "Idéal"),
            HEADER.replace("price", "price,für") + STONE.replace("3649", "3649,x"))) {
      assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.ISO_8859_1)))
          .isInstanceOf(RefusedFileException.class)
          .hasMessageContaining("not UTF-8: save it as UTF-8");
    }
  }

  @Test
  void a_cell_of_the_users_own_may_hold_line_breaks() {
    List<StoneRow> rows =
        read(HEADER.replace("\n", ",note\n") + STONE.replace("\n", ",\"one\ntwo\"\n").repeat(2));

    assertThat(rows).hasSize(2).allMatch(row -> row.stone().isPresent());
  }

  @Test
  void a_quote_that_is_not_closed_swallows_no_stone() {
    String open = HEADER + STONE + STONE.replace("0.72", "\"0.72") + STONE.repeat(50);
    String openNote = HEADER.replace("\n", ",note\n") + STONE.replace("\n", ",\"a\n").repeat(51);
    String closedLate =
        HEADER + STONE.replace("Ideal", "\"Ideal") + STONE + STONE.replace("Ideal", "Ideal\"");

    for (String text : List.of(open, openNote, closedLate)) {
      assertThatThrownBy(() -> read(text))
          .isInstanceOf(RefusedFileException.class)
          .hasMessageContaining("quote");
    }
  }

  @Test
  void the_collection_is_read_as_its_description_says() {
    TrainingData data = Collection.data();

    assertThat(data.sources())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.rows()).isEqualTo(5_000);
              assertThat(file.accepted()).isEqualTo(4_985);
              assertThat(file.unappraised()).isEqualTo(10);
              assertThat(file.setAside()).isEqualTo(5);
            });
    assertThat(data.stones()).hasSize(4_985);
    assertThat(data.rowsSetAside()).isEqualTo(5);
  }

  private List<StoneRow> read(String text) {
    try {
      return read(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<StoneRow> read(byte[] bytes) throws IOException {
    List<StoneRow> rows = new ArrayList<>();
    try (StoneFile stones = StoneFile.open(Files.write(folder.resolve("stones.csv"), bytes))) {
      stones.forEach(rows::add);
    }
    return rows;
  }
}
