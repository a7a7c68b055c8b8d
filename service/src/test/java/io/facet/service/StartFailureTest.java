package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.UnusableFolderException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {

  @TempDir Path folder;

  @Test
  void a_folder_that_is_no_model_is_said_in_a_sentence(CapturedOutput output) {
    assertThatThrownBy(() -> RunningService.start(folder, Map.of("FACET_MODEL", folder.toString())))
        .hasRootCauseInstanceOf(UnusableFolderException.class);

    assertThat(output).contains(folder + " is not a model folder").doesNotContain("\tat ");
  }

  @Test
  void other_failures_are_left_to_others() {
    assertThat(new StartFailure().analyze(new IllegalStateException(ModelFolder.NATIVE))).isNull();
  }
}
