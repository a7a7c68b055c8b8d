package io.facet.training.gate;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.TestModel;
import io.facet.training.evaluation.Priced;
import io.facet.training.evaluation.PricedFile;
import io.facet.training.gate.Evidence.Paired;
import io.facet.training.onnx.OnnxModel;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Challengers and champions whose errors are known, for tests of the gate and of its callers. */
public final class Contests {

  private static final double APPRAISED = 10_000;

  private Contests() {}

  /** Random stones whose estimates lie {@code errors} USD above the expert's 10,000. */
  static List<Priced> priced(List<Diamond> stones, double[] errors) {
    List<Priced> priced = new ArrayList<>();
    for (int i = 0; i < errors.length; i++) {
      double estimate = APPRAISED + errors[i];
      priced.add(new Priced(stones.get(i), APPRAISED, estimate, .8 * estimate, 1.2 * estimate));
    }
    return priced;
  }

  static Paired paired(List<Diamond> stones, double[] challenger, double[] champion) {
    return new Paired(
        challenger.length + " stones",
        "version 7",
        priced(stones, challenger),
        priced(stones, champion));
  }

  /** Two models that find the same stones hard; the challenger errs {@code ratio} times as much. */
  static Paired like(List<Diamond> stones, double ratio, long seed) {
    Random random = new Random(seed);
    double[] challenger = new double[stones.size()];
    double[] champion = new double[stones.size()];
    for (int i = 0; i < stones.size(); i++) {
      double shared = 300 * random.nextGaussian();
      challenger[i] = ratio * (shared + 150 * random.nextGaussian());
      champion[i] = shared + 150 * random.nextGaussian();
    }
    return paired(stones, challenger, champion);
  }

  /**
   * A whole folder around {@link TestModel}, ready to be judged: it priced {@code stones} out of
   * fold, each {@code percent} off.
   */
  public static ModelFolder folder(Path path, List<Diamond> stones, double percent) {
    List<Priced> priced = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < stones.size(); i++) {
      double estimate = APPRAISED * (1 + percent / 100 * (random.nextBoolean() ? 1 : -1));
      // Nine ranges in ten hold the price.
      double high = i % 10 == 0 ? estimate * 1.0001 : estimate * 1.5;
      double low = i % 10 == 0 ? estimate * .9999 : estimate / 1.5;
      priced.add(new Priced(stones.get(i), APPRAISED, estimate, low, high));
    }
    try {
      TestModel.write(path, 6_000);
      Files.write(path.resolve("model.onnx"), OnnxModel.of(TestModel.appraiser(6_000)));
      Files.createDirectories(path.resolve("training"));
      PricedFile.write(path.resolve(PricedFile.OUT_OF_FOLD), priced);
      ModelFolder.seal(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ModelFolder.open(path);
  }

  static List<Appraisal> appraised(int count, long seed) {
    return Stones.random(count, seed).stream()
        .map(stone -> new Appraisal(stone, APPRAISED))
        .toList();
  }
}
