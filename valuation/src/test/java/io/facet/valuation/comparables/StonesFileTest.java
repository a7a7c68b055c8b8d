package io.facet.valuation.comparables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StonesFileTest {

  private static final List<Appraisal> STONES = List.of(new Appraisal(Stones.EXAMPLE, 3649));

  @Test
  void it_is_a_table_that_any_program_reads() {
    assertThat(text(StonesFile.write(STONES)))
        .isEqualTo(
            """
            carat,cut,color,clarity,depth,table,x,y,z,price
            0.72,Ideal,F,VS1,61.5,56.0,5.75,5.78,3.55,3649.0
            """);
  }

  @Property(tries = 100)
  void stones_read_again_are_the_same_to_the_last_bit(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Appraisal> stones =
        Stones.random(50, seed).stream()
            .map(stone -> new Appraisal(stone, 1e4 * random.nextDouble() + 1e-9))
            .toList();

    assertThat(StonesFile.read(StonesFile.write(stones))).isEqualTo(stones);
    StringWriter oneByOne = new StringWriter();
    assertThat(StonesFile.write(stones.iterator(), oneByOne)).isEqualTo(stones.size());
    assertThat(oneByOne).hasToString(text(StonesFile.write(stones)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.72,Ideal,F,VS1,61.5,56.0,5.75,5.78,3.55        | line 2 has 9 cells, not 10
          0.72,Ideal,F,VS1,61.5,56.0,5.75,5.78,3.55,3649,1 | line 2 has 11 cells, not 10
          0.72,Idael,F,VS1,61.5,56.0,5.75,5.78,3.55,3649   | line 2: cut: "Idael" is not a cut grade
          -0.7,Ideal,F,VS1,61.5,56.0,5.75,5.78,3.55,3649   | line 2: carat: must be above 0 ct
          0.72,Ideal,F,VS1,61.5,56.0,5.75,5.78,3.55,-1     | line 2: the price "-1" is not a number
          0.72,Ideal,F,VS1,61.5,56.0,5.75,5.78,3.55,NaN    | line 2: the price "NaN" is not a number
          0.72,Ideal,F,VS1,61.5,56.0,5.75,5.78,3.55,dear   | line 2: the price "dear" is not a number
          """)
  void a_line_that_is_no_appraised_stone_is_named(String line, String problem) {
    byte[] content = bytes("carat,cut,color,clarity,depth,table,x,y,z,price\n" + line + "\n");

    assertThatThrownBy(() -> StonesFile.read(content))
        .isInstanceOf(UnreadableStonesException.class)
        .hasMessageStartingWith(problem);
  }

  @Test
  void another_table_an_empty_one_and_no_table_at_all_are_refused() {
    for (String content : List.of("", "a;b\n", "price,carat\n", "PK\u0003\u0004")) {
      assertThatThrownBy(() -> StonesFile.read(bytes(content)))
          .hasMessage("its first line is not carat,cut,color,clarity,depth,table,x,y,z,price");
    }
    assertThatThrownBy(() -> StonesFile.read(StonesFile.write(List.of())))
        .hasMessage("it holds no stones");
  }

  @Test
  void a_file_cut_off_anywhere_is_refused() {
    byte[] whole = StonesFile.write(STONES);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> StonesFile.read(cut)).isInstanceOf(UnreadableStonesException.class);
    }
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
