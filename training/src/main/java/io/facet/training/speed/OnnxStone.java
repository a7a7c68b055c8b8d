package io.facet.training.speed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Grade;
import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code model.onnx} of a folder, asked about single stones. */
final class OnnxStone implements AutoCloseable {

  static final String FILE = "model.onnx";

  private static final long[] SHAPE = {1, 1};

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  private OnnxStone(Path file) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // Facet answers a stone on one thread, and a single stone gives more of them nothing to do.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      this.session = environment.createSession(file.toString(), options);
    }
  }

  static OnnxStone in(Path folder) throws OrtException {
    return new OnnxStone(folder.resolve(FILE));
  }

  /** Estimate, low and high in USD. */
  double[] ask(Diamond stone) throws OrtException {
    Map<String, OnnxTensor> columns = tensors(stone);
    try {
      return run(columns);
    } finally {
      columns.values().forEach(OnnxTensor::close);
    }
  }

  double[] run(Map<String, OnnxTensor> columns) throws OrtException {
    try (OrtSession.Result result = session.run(columns)) {
      double[] answer = new double[result.size()];
      for (int output = 0; output < answer.length; output++) {
        OnnxTensor column = (OnnxTensor) result.get(output);
        answer[output] = column.getDoubleBuffer().get(0);
      }
      return answer;
    }
  }

  /** The nine columns of {@code stone}, to be closed by the caller. */
  Map<String, OnnxTensor> tensors(Diamond stone) throws OrtException {
    Map<String, OnnxTensor> columns = new LinkedHashMap<>();
    columns.put("carat", number(stone.carat()));
    columns.put("cut", grade(stone.cut()));
    columns.put("color", grade(stone.color()));
    columns.put("clarity", grade(stone.clarity()));
    columns.put("depth", number(stone.depth()));
    columns.put("table", number(stone.table()));
    columns.put("x", number(stone.x()));
    columns.put("y", number(stone.y()));
    columns.put("z", number(stone.z()));
    return columns;
  }

  private OnnxTensor number(double value) throws OrtException {
    return OnnxTensor.createTensor(
        environment, DoubleBuffer.wrap(new double[] {value}), SHAPE.clone());
  }

  private OnnxTensor grade(Grade grade) throws OrtException {
    return OnnxTensor.createTensor(environment, new String[] {grade.spelling()}, SHAPE.clone());
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
