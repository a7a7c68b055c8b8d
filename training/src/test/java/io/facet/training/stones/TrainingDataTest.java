package io.facet.training.stones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.facet.training.Collection;
import io.facet.valuation.Appraisal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {

  private static final String HEADER = "carat,cut,color,clarity,depth,table,price,x,y,z\n";
  private static final String STONE = "0.72,Ideal,F,VS1,61.5,56,3649,5.75,5.78,3.55\n";

  @TempDir private Path folder;

  @Test
  void nothing_is_left_out_without_a_word() throws IOException {
    Path file =
        write(
            "batch.csv",
            HEADER
                + STONE
                + STONE
                + STONE.replace("3649", "-1")
                + STONE.replace("3649", "3700")
                + STONE.replace("F", "Q").replace("VS1", "VS9"));

    TrainingData data = TrainingData.read(List.of(file));

    assertThat(data.stones()).extracting(Appraisal::price).containsExactly(3649.0, 3700.0);
    assertThat(data.setAside())
        .extracting(SetAside::line, SetAside::column, SetAside::value)
        .containsExactly(
            tuple(3L, "row", ""), tuple(6L, "color", "Q"), tuple(6L, "clarity", "VS9"));
    assertThat(data.setAside().getFirst().problem()).contains("same price as in batch.csv line 2");
    assertThat(data.rowsSetAside()).isEqualTo(2);
    assertThat(data.sources().getFirst().sha256()).hasSize(64);
  }

  @Test
  void a_later_file_has_the_last_word_on_a_stone() throws IOException {
    Path first = write("first.csv", HEADER + STONE + STONE.replace("3649", "3700"));
    Path second = write("second.csv", HEADER + STONE.replace("3649", "4000"));

    TrainingData data = TrainingData.read(List.of(first, second));

    assertThat(data.stones()).extracting(Appraisal::price).containsExactly(4000.0);
    assertThat(data.batches()).extracting(List::size).containsExactly(2, 1);
  }

  @Test
  void a_stone_of_an_earlier_file_is_not_learned_twice() throws IOException {
    Path first = write("first.csv", HEADER + STONE);
    Path second = write("second.csv", HEADER + STONE);

    TrainingData data = TrainingData.read(List.of(first, second));

    assertThat(data.stones()).hasSize(1);
    assertThat(data.sources()).hasSize(2);
    assertThat(data.setAside()).extracting(SetAside::file).containsExactly("second.csv");
  }

  @Test
  void too_few_stones_are_refused() throws IOException {
    Path file = write("few.csv", HEADER + STONE);

    assertThatThrownBy(() -> TrainingData.read(List.of(file)).require(20))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("only 1 usable")
        .hasMessageContaining("500");
  }

  @Test
  void a_file_without_prices_teaches_nothing() throws IOException {
    Path file = write("plain.csv", HEADER.replace("price,", "") + STONE.replace("3649,", ""));

    assertThatThrownBy(() -> TrainingData.read(List.of(file)))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("no column price");
  }

  @Test
  void too_much_damage_is_refused_with_the_first_example_and_the_way_around() throws IOException {
    String collection = Files.readString(Collection.FILE);
    Path file = write("damaged.csv", collection.replace(",Ideal,", ",Idael,"));
    TrainingData data = TrainingData.read(List.of(file));

    assertThatThrownBy(() -> data.require(20))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("cut")
        .hasMessageContaining("--allow-set-aside");
    TrainingData both = TrainingData.read(List.of(Collection.FILE, file));
    assertThatThrownBy(() -> both.require(20)).hasMessageContaining("damaged.csv");
    assertThatCode(() -> data.require(60)).doesNotThrowAnyException();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
