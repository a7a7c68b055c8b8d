package io.facet.training.cli;

import io.facet.training.speed.Measured;
import io.facet.training.speed.Task;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the speed bench found, as a table, and what it is to be compared with. */
record SpeedTable(Map<Task, Measured> measured) {

  /**
   * One stone's exact SHAP values by {@code shap.TreeExplainer}, for 1,000 trees of depth 6 of
   * XGBoost, in µs. Measured once in Python, on another model: a yardstick, not a rival.
   */
  private static final double TREE_EXPLAINER = 9_400;

  void print(PrintWriter out) {
    @Nullable Measured onnx = measured.get(Task.ONNX);
    out.printf(
        "%-34s %12s %10s %10s %25s%n", "", "µs a stone", "±", "bytes", "faster than ONNX Runtime");
    measured.forEach(
        (task, time) ->
            out.printf(
                Locale.ROOT,
                "%-34s %12.3f %10s %10.0f %25s%n",
                task.words(),
                time.micros(),
                number("%.3f", time.error()),
                time.bytes(),
                onnx == null ? "" : number("%.1f ×", onnx.times(time))));
    out.println();
    out.println("± is half a 99.9 % confidence interval; bytes are of the Java heap only.");
    if (onnx == null) {
      out.println("The folder has no model.onnx: nothing to compare with.");
    } else {
      printOnnx(out);
    }
    if (!measured.containsKey(Task.NEAREST)) {
      out.println("The folder has no stones.csv: no nearest stones to look for.");
    }
    printReasons(out);
  }

  private void printOnnx(PrintWriter out) {
    out.println(
        "ONNX Runtime has one thread and is handed the nine columns of model.onnx at every call.");
    @Nullable Measured given = measured.get(Task.ONNX_TENSORS);
    @Nullable Measured estimate = measured.get(Task.ESTIMATE);
    if (given != null && estimate != null) {
      out.printf(
          Locale.ROOT,
          "Were its tensors given for nothing, Facet's price with range would be %.1f times as fast.%n",
          given.times(estimate));
    }
  }

  private void printReasons(PrintWriter out) {
    @Nullable Measured value = measured.get(Task.VALUE);
    if (value != null) {
      out.printf(
          Locale.ROOT,
          "shap.TreeExplainer takes 9.4 ms for the reasons of one stone, %.0f times as long as a%n"
              + "valuation here; that was measured elsewhere (XGBoost, 1,000 trees), not in this run.%n",
          TREE_EXPLAINER / value.micros());
    }
  }

  /** JMH gives no interval for too few iterations. */
  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "";
  }
}
