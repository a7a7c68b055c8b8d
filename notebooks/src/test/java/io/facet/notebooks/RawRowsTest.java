package io.facet.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawRowsTest {

  @Test
  void a_file_is_shown_as_it_is_broken_rows_and_all(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("stones.csv"),
            """
            carat,cut,color,clarity,depth,table,price,x,y,z
            0.72,Ideal,F,VS1,61.5,56,-1,5.75,5.78,3.55
            0.5,Superb,F,VS1,61.5,56,1200,0,0,0
            """);

    List<Map<String, Object>> rows = RawRows.of(file);

    assertThat(rows).hasSize(2);
    assertThat(rows.getLast())
        .containsEntry("line", 3L)
        .containsEntry("cut", "Superb")
        .containsEntry("x", 0.0);
    assertThat(RawRows.quantile(rows, "price", 0)).isEqualTo(-1);
    assertThat(RawRows.quantile(rows, "price", 1)).isEqualTo(1_200);
  }
}
