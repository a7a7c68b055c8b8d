package io.facet.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricedFileTest {

  @TempDir private Path folder;

  @Test
  void what_is_read_is_what_was_written_to_the_last_bit() throws IOException {
    Random random = new Random(1);
    List<Priced> priced = new ArrayList<>();
    for (Diamond stone : Stones.random(100, 1)) {
      double estimate = Math.exp(6 + 3 * random.nextDouble());
      priced.add(new Priced(stone, Math.rint(estimate), estimate, estimate / 1.2, estimate * 1.2));
    }

    PricedFile.write(folder.resolve("priced.csv"), priced);

    assertThat(PricedFile.read("priced.csv", Files.readAllBytes(folder.resolve("priced.csv"))))
        .isEqualTo(priced);
  }

  @Test
  void a_row_that_is_none_is_told_by_its_number() throws IOException {
    PricedFile.write(
        folder.resolve("priced.csv"),
        List.of(new Priced(Stones.EXAMPLE, 3_000, 3_100, 2_900, 3_300)));
    String text = Files.readString(folder.resolve("priced.csv"));

    for (String broken :
        List.of(
            text.replace("Ideal", "Idael"),
            text.replace("3100.0", "-1"),
            text.replace("3100.0", "NaN"),
            text.replace(",3300.0", ""),
            text.replace("estimate", "price_of_ours"))) {
      assertThatThrownBy(
              () -> PricedFile.read("priced.csv", broken.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("priced.csv is not what it should be: row 1");
    }
  }
}
