package io.facet.training.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.facet.training.onnx.OnnxModel;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Estimate;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A race is fair only between those who do the same. */
class OnnxStoneTest {

  @TempDir private Path folder;

  @Test
  void onnx_runtime_is_asked_for_the_price_and_range_that_facet_gives()
      throws IOException, OrtException {
    Appraiser appraiser = Stones.appraiser(Stones.trees(50, 7, 11));
    Files.write(folder.resolve(OnnxStone.FILE), OnnxModel.of(appraiser));

    try (OnnxStone onnx = OnnxStone.in(folder)) {
      for (Diamond stone : Stones.random(100, 3)) {
        Estimate estimate = appraiser.estimate(stone);
        double[] answer = onnx.ask(stone);

        assertThat(answer).hasSize(3);
        assertThat(answer[0] / estimate.price()).isCloseTo(1, within(1e-5));
        assertThat(answer[1] / estimate.range().low()).isCloseTo(1, within(1e-5));
        assertThat(answer[2] / estimate.range().high()).isCloseTo(1, within(1e-5));
        assertThat(onnx.run(onnx.tensors(stone))).isEqualTo(answer);
      }
    }
  }
}
