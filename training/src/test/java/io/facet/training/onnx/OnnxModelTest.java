package io.facet.training.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.facet.training.Collection;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Estimate;
import io.facet.valuation.Stones;
import io.facet.valuation.TrainingDomain;
import io.facet.valuation.stone.Diamond;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxModelTest {

  private static final OrtEnvironment ONNX = OrtEnvironment.getEnvironment();

  static List<Appraiser> appraisers() {
    List<Appraiser> appraisers = new ArrayList<>();
    List<Appraisal> stones = Collection.data().stones();
    for (ModelFamily family : Families.compared(true)) {
      CrossValidation validation = CrossValidation.of(family, stones, 1, done -> {});
      appraisers.add(
          new Appraiser(
              family.fit(stones, 1),
              Stones.REFERENCE,
              validation.calibration(),
              TrainingDomain.of(stones.stream().map(Appraisal::stone).toList())));
    }
    appraisers.add(Stones.appraiser(Stones.trees(50, 7, 11)));
    appraisers.add(Stones.appraiser(Stones.blend(11)));
    return appraisers;
  }

  @ParameterizedTest
  @MethodSource("appraisers")
  void onnxruntime_and_facet_agree_on_price_and_range(Appraiser appraiser) throws OrtException {
    List<Diamond> stones = new ArrayList<>(Stones.random(1_000, 3));
    Collection.data().stones().forEach(appraised -> stones.add(appraised.stone()));

    double[][] answers = run(OnnxModel.of(appraiser), stones, stone -> stone.color().spelling());

    for (int i = 0; i < stones.size(); i++) {
      Estimate estimate = appraiser.estimate(stones.get(i));
      assertThat(answers[0][i] / estimate.price()).isCloseTo(1, within(1e-5));
      assertThat(answers[1][i] / estimate.range().low()).isCloseTo(1, within(1e-5));
      assertThat(answers[2][i] / estimate.range().high()).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void a_grade_that_is_none_fails_instead_of_guessing() {
    byte[] model = OnnxModel.of(Stones.appraiser(Stones.trees(5, 3, 1)));

    assertThatThrownBy(() -> run(model, List.of(Stones.EXAMPLE), stone -> "Q"))
        .isInstanceOf(OrtException.class);
  }

  @Test
  void nine_columns_go_in_and_price_and_range_come_out() throws OrtException {
    byte[] model = OnnxModel.of(Stones.appraiser(Stones.linear()));
    try (OrtSession session = ONNX.createSession(model)) {
      assertThat(session.getInputNames())
          .containsExactly("carat", "cut", "color", "clarity", "depth", "table", "x", "y", "z");
      assertThat(session.getOutputNames()).containsExactly("estimate", "low", "high");
    }
  }

  private static double[][] run(byte[] model, List<Diamond> stones, Function<Diamond, String> color)
      throws OrtException {
    try (OrtSession session = ONNX.createSession(model)) {
      Map<String, OnnxTensor> columns = new LinkedHashMap<>();
      columns.put("carat", numbers(stones, Diamond::carat));
      columns.put("cut", texts(stones, stone -> stone.cut().spelling()));
      columns.put("color", texts(stones, color));
      columns.put("clarity", texts(stones, stone -> stone.clarity().spelling()));
      columns.put("depth", numbers(stones, Diamond::depth));
      columns.put("table", numbers(stones, Diamond::table));
      columns.put("x", numbers(stones, Diamond::x));
      columns.put("y", numbers(stones, Diamond::y));
      columns.put("z", numbers(stones, Diamond::z));
      try (OrtSession.Result result = session.run(columns)) {
        double[][] answers = new double[3][stones.size()];
        for (int output = 0; output < answers.length; output++) {
          double[][] column = (double[][]) result.get(output).getValue();
          for (int i = 0; i < column.length; i++) {
            answers[output][i] = column[i][0];
          }
        }
        return answers;
      } finally {
        columns.values().forEach(OnnxTensor::close);
      }
    }
  }

  private static OnnxTensor numbers(List<Diamond> stones, ToDoubleFunction<Diamond> column)
      throws OrtException {
    double[] numbers = stones.stream().mapToDouble(column).toArray();
    return OnnxTensor.createTensor(
        ONNX, DoubleBuffer.wrap(numbers), new long[] {numbers.length, 1});
  }

  private static OnnxTensor texts(List<Diamond> stones, Function<Diamond, String> column)
      throws OrtException {
    String[][] texts =
        stones.stream().map(stone -> new String[] {column.apply(stone)}).toArray(String[][]::new);
    return OnnxTensor.createTensor(ONNX, texts);
  }
}
