package io.facet.training.gate;

import io.facet.registry.folder.ModelFolder;
import io.facet.training.onnx.OnnxAnswers;
import io.facet.training.onnx.UnusableOnnxException;
import io.facet.valuation.Estimate;
import io.facet.valuation.stone.Diamond;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The model's ONNX form, which other programs read, says the same as Facet: price and both ends of
 * the range.
 *
 * @param stones how many were asked about
 * @param off the largest departure, relative
 */
public record SameOnnx(int stones, double off) implements Bar {

  static final String NAME = "ONNX agrees";
  static final double ALLOWED = 1e-4;

  static Bar bar(ModelFolder folder, List<Diamond> stones) {
    if (stones.isEmpty()) {
      return Unjudged.withoutStones(NAME);
    }
    Path file = folder.path().resolve("model.onnx");
    if (!Files.isRegularFile(file)) {
      return new Unjudged(NAME, Standing.MISSED, "The folder has no model.onnx.");
    }
    try {
      return of(
          OnnxAnswers.of(file, stones), stones.stream().map(folder.appraiser()::estimate).toList());
    } catch (UnusableOnnxException e) {
      return new Unjudged(
          NAME, Standing.MISSED, "ONNX Runtime can't run model.onnx: " + e.getMessage() + ".");
    }
  }

  /** Holds three columns (price, low, high) against what Facet says of the same stones. */
  static SameOnnx of(double[][] answers, List<Estimate> estimates) {
    double off = 0;
    for (int i = 0; i < estimates.size(); i++) {
      Estimate estimate = estimates.get(i);
      // Math.max keeps a NaN, which no comparison would.
      off = Math.max(off, Math.abs(answers[0][i] / estimate.price() - 1));
      off = Math.max(off, Math.abs(answers[1][i] / estimate.range().low() - 1));
      off = Math.max(off, Math.abs(answers[2][i] / estimate.range().high() - 1));
    }
    return new SameOnnx(estimates.size(), off);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Standing standing() {
    return Standing.of(off <= ALLOWED);
  }

  @Override
  public String figure() {
    return String.format(Locale.ROOT, "off by %.1e at most", off);
  }

  @Override
  public String sentence() {
    return String.format(
        Locale.ROOT,
        standing() == Standing.MET
            ? "ONNX Runtime prices %,d stones as Facet does."
            : "ONNX Runtime prices some of %,d stones otherwise than Facet does.",
        stones);
  }

  @Override
  public Map<String, Double> figures() {
    return Map.of("largest_departure", off);
  }
}
