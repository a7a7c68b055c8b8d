package io.facet.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.TestModel;
import io.facet.training.speed.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bench speed} prints. How fast it is, is no test's business: machines differ. */
class SpeedTest {

  @TempDir private Path folder;

  @Test
  void every_task_has_a_row_with_its_time_and_its_distance_from_onnx_runtime() {
    Path model = folder.resolve("model");
    Terminal.run(
        folder,
        "train",
        "--family",
        "linear",
        "--data",
        Terminal.collection(),
        "--out",
        model.toString());

    Terminal speed = speed(model);

    assertThat(speed.exit()).as(speed.err()).isZero();
    assertThat(speed.out())
        .contains("One stone at a time, out of 4,985 in turn; model model (linear)");
    for (Task task : Task.values()) {
      assertThat(speed.out())
          .containsPattern("\n" + task.words() + " +[0-9.]+ +[0-9.]+ +[0-9]+ +[0-9.]+ ×\n");
    }
    assertThat(speed.out())
        .containsPattern(Task.ONNX.words() + ".* 1\\.0 ×")
        .containsPattern("with range would be [0-9.]+ times as fast")
        .contains("shap.TreeExplainer takes 9.4 ms", "measured elsewhere")
        .contains("These figures mean nothing");
    assertThat(speed.err()).contains("measured: 8 of 8");
    assertThat(folder.resolve("run/speed/estimate.log")).isNotEmptyFile();
  }

  @Test
  void a_folder_with_nothing_but_the_model_is_measured_as_far_as_it_goes() {
    Terminal speed = speed(TestModel.write(folder.resolve("bare"), 6_000));

    assertThat(speed.exit()).as(speed.err()).isZero();
    assertThat(speed.out())
        .contains("out of 1,680 in turn")
        .contains(Task.ESTIMATE.words(), Task.VALUE.words(), Task.LOG_PRICE.words())
        .doesNotContain(Task.ONNX.words(), Task.NEAREST.words())
        .contains("no model.onnx: nothing to compare with", "no stones.csv");
  }

  @Test
  void a_graph_that_onnx_runtime_refuses_is_told_in_a_line_that_says_where_to_look()
      throws IOException {
    Path model = TestModel.write(folder.resolve("odd"), 6_000);
    Files.writeString(model.resolve("model.onnx"), "no graph");
    ModelFolder.seal(model);

    Terminal speed = speed(model);

    assertThat(speed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(speed.err())
        .contains("facet: \"ONNX Runtime: price and range\" could not be measured")
        .contains(folder.resolve("run/speed/onnx.log").toString());
    assertThat(folder.resolve("run/speed/onnx.log")).content().contains("OrtException");
  }

  @Test
  void a_model_must_be_named_and_be_one() {
    assertThat(Terminal.run(folder, "bench", "speed").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(speed(folder.resolve("none")).exit()).isEqualTo(ExitCode.FAILED);
  }

  private Terminal speed(Path model) {
    return Terminal.run(folder, "bench", "speed", "--quick", "--model", model.toString());
  }
}
