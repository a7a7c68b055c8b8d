package io.facet.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.LocalStack;
import io.facet.registry.folder.TestModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DriftCommandTest {

  private static final Path FRESH =
      LocalStack.checkout().resolve("datasets/diamonds/fresh/2026-09.csv");

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
    assertThat(model.resolve("profile.json")).isNotEmptyFile();
  }

  @Test
  void a_fresh_batch_is_as_ever() {
    Path page = folder.resolve("drift.html");

    Terminal drift = drift(FRESH, "--report", page.toString());

    assertThat(drift.exit()).as(drift.out() + drift.err()).isZero();
    assertThat(drift.out())
        .contains("what has changed most", "price over estimate")
        .contains("These are stones and prices such as the model has learned from.")
        .contains("Left out, because no stone can be so: 1.");
    assertThat(page).content().contains("2026-09.csv", "data:image/png;base64,");
  }

  @Test
  void prices_in_another_currency_end_with_four() throws IOException {
    Path dear = folder.resolve("yen.csv");
    List<String> lines = Files.readAllLines(FRESH);
    int price = List.of(lines.getFirst().split(",", -1)).indexOf("price");
    Files.write(
        dear,
        lines.stream()
            .map(
                line -> {
                  String[] cells = line.split(",", -1);
                  if (!cells[price].equals("price")) {
                    cells[price] = cells[price] + "00";
                  }
                  return String.join(",", cells);
                })
            .collect(Collectors.toList()));

    Terminal drift = drift(dear, "--json");

    assertThat(drift.exit()).isEqualTo(ExitCode.GATE_REFUSED);
    JsonNode json = JsonMapper.shared().readTree(drift.out());
    assertThat(json.path("verdict").asString()).isEqualTo("alarm");
    assertThat(json.at("/psi/carat/verdict").asString()).isEqualTo("none");
    assertThat(json.at("/prices/shift_percent").asDouble()).isBetween(9_000.0, 11_000.0);
  }

  @Test
  void a_folder_that_an_earlier_facet_wrote_is_told_so() {
    Path old = TestModel.write(folder.resolve("old"), 6_000);

    Terminal drift = Terminal.run(folder, "drift", FRESH.toString(), "--model", old.toString());

    assertThat(drift.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(drift.err())
        .contains("has no profile.json to compare with, since an earlier Facet wrote it")
        .contains("train the model again");
  }

  @Test
  void a_file_without_a_stone_is_refused_and_a_report_is_never_overwritten() throws IOException {
    Path none = folder.resolve("none.csv");
    Files.writeString(none, "carat,cut,color,clarity,depth,table,x,y,z\n");

    assertThat(drift(none).exit()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(drift(FRESH, "--report", none.toString()).err()).contains("exists already");
  }

  private Terminal drift(Path file, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("drift", file.toString(), "--model", model.toString()));
    arguments.addAll(List.of(more));
    return Terminal.run(folder, arguments.toArray(String[]::new));
  }
}
