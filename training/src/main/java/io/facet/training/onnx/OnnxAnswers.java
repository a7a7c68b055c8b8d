package io.facet.training.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Grade;
import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What ONNX Runtime answers, asked about many stones in one go. */
public final class OnnxAnswers {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final List<Diamond> stones;
  private final long[] shape;

  private OnnxAnswers(List<Diamond> stones) {
    this.stones = stones;
    this.shape = new long[] {stones.size(), 1};
  }

  /**
   * The columns {@code estimate}, {@code low} and {@code high}, in USD, of each of {@code stones}
   * by the model in {@code file}.
   *
   * @throws UnusableOnnxException when ONNX Runtime can't run it
   */
  public static double[][] of(Path file, List<Diamond> stones) {
    try {
      return new OnnxAnswers(stones).answers(file);
    } catch (OrtException e) {
      throw new UnusableOnnxException(e);
    }
  }

  private double[][] answers(Path file) throws OrtException {
    Map<String, OnnxTensor> columns = new LinkedHashMap<>();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = environment.createSession(file.toString(), options)) {
      number(columns, "carat", Diamond::carat);
      grade(columns, "cut", Diamond::cut);
      grade(columns, "color", Diamond::color);
      grade(columns, "clarity", Diamond::clarity);
      number(columns, "depth", Diamond::depth);
      number(columns, "table", Diamond::table);
      number(columns, "x", Diamond::x);
      number(columns, "y", Diamond::y);
      number(columns, "z", Diamond::z);
      try (OrtSession.Result result = session.run(columns)) {
        double[][] answers = new double[result.size()][stones.size()];
        for (int output = 0; output < answers.length; output++) {
          ((OnnxTensor) result.get(output)).getDoubleBuffer().get(answers[output]);
        }
        return answers;
      }
    } finally {
      columns.values().forEach(OnnxTensor::close);
    }
  }

  private void number(
      Map<String, OnnxTensor> columns, String name, ToDoubleFunction<Diamond> column)
      throws OrtException {
    double[] values = stones.stream().mapToDouble(column).toArray();
    columns.put(
        name, OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values), shape.clone()));
  }

  private void grade(Map<String, OnnxTensor> columns, String name, Function<Diamond, Grade> column)
      throws OrtException {
    String[] values = stones.stream().map(column).map(Grade::spelling).toArray(String[]::new);
    columns.put(name, OnnxTensor.createTensor(environment, values, shape.clone()));
  }
}
