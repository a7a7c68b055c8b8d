package io.facet.training.speed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.facet.registry.folder.ModelFolder;
import io.facet.valuation.stone.Diamond;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** ONNX Runtime on the {@code model.onnx} of the same folder, one stone a call. */
public class OnnxSpeed {

  /** From a stone to its price and range, as a program has to ask. */
  @State(Scope.Thread)
  public static class Stones {

    /** The model folder. */
    @Param("")
    public String folder = "";

    private OnnxStone onnx;
    private Turn<Diamond> stones;

    @Setup
    public void open() throws OrtException {
      onnx = OnnxStone.in(Path.of(folder));
      stones = new Turn<>(AskedStones.of(ModelFolder.open(Path.of(folder))));
    }

    @TearDown
    public void close() throws OrtException {
      onnx.close();
    }
  }

  /** With everything copied to where ONNX Runtime wants it before the clock starts. */
  @State(Scope.Thread)
  public static class Tensors {

    /** The model folder. */
    @Param("")
    public String folder = "";

    private OnnxStone onnx;
    private Turn<Map<String, OnnxTensor>> tensors;

    @Setup
    public void open() throws OrtException {
      onnx = OnnxStone.in(Path.of(folder));
      List<Map<String, OnnxTensor>> all = new ArrayList<>();
      for (Diamond stone : AskedStones.of(ModelFolder.open(Path.of(folder)))) {
        all.add(onnx.tensors(stone));
      }
      tensors = new Turn<>(all);
    }

    @TearDown
    public void close() throws OrtException {
      onnx.close();
    }
  }

  @Benchmark
  public double[] stone(Stones asked) throws OrtException {
    return asked.onnx.ask(asked.stones.next());
  }

  @Benchmark
  public double[] tensors(Tensors asked) throws OrtException {
    return asked.onnx.run(asked.tensors.next());
  }
}
