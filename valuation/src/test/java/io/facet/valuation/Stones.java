package io.facet.valuation;

import io.facet.valuation.CaratBand.Ends;
import io.facet.valuation.price.Axis;
import io.facet.valuation.price.Blend;
import io.facet.valuation.price.Bumps;
import io.facet.valuation.price.Bumps.Shape;
import io.facet.valuation.price.Correction;
import io.facet.valuation.price.Doubt;
import io.facet.valuation.price.LinearModel;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.price.TreeNode;
import io.facet.valuation.price.TreeNode.Leaf;
import io.facet.valuation.price.TreeNode.Split;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Stones and small models that tests speak of, in this module and in those that build on it. */
public final class Stones {

  /** The stone of the API's examples. */
  public static final Diamond EXAMPLE =
      new Diamond(.72, Cut.IDEAL, Color.F, Clarity.VS1, 61.5, 56, 5.75, 5.78, 3.55);

  /** A stone to start ladders from. */
  public static final ReferenceStone REFERENCE =
      new ReferenceStone(
          "a typical stone",
          new Diamond(.7, Cut.IDEAL, Color.G, Clarity.VS2, 61.8, 57, 5.7, 5.72, 3.53));

  private Stones() {}

  /** A possible stone, anywhere in what cutters make. */
  public static Diamond random(Random random) {
    double carat = .2 + 3 * random.nextDouble();
    double x = (6.2 + .6 * random.nextDouble()) * Math.cbrt(carat);
    double y = x * (.98 + .04 * random.nextDouble());
    double depth = 57 + 8 * random.nextDouble();
    double z = (depth - .5 + random.nextDouble()) * (x + y) / 200;
    return new Diamond(
        carat,
        Cut.values()[random.nextInt(Cut.values().length)],
        Color.values()[random.nextInt(Color.values().length)],
        Clarity.values()[random.nextInt(Clarity.values().length)],
        depth,
        52 + 10 * random.nextDouble(),
        x,
        y,
        z);
  }

  public static List<Diamond> random(int count, long seed) {
    Random random = new Random(seed);
    List<Diamond> stones = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stones.add(random(random));
    }
    return stones;
  }

  /** A linear model whose better grades cost more. */
  public static LinearModel linear() {
    return new LinearModel(
        7.5,
        1.9,
        new double[] {-.5, -.35, -.2, 0, .05, .1, .2},
        new double[] {-.8, -.4, -.2, 0, .1, .2, .3, .4},
        new double[] {-.1, -.05, 0, .02, .05},
        new double[] {-.003, -.002, .01, -.3, .02});
  }

  /** An ensemble of random trees, in which most paths ask for several factors, some twice. */
  public static TreeEnsemble trees(int count, int depth, long seed) {
    Random random = new Random(seed);
    List<Diamond> stones = random(200, seed);
    List<TreeNode> trees = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trees.add(tree(depth, random, stones));
    }
    return new TreeEnsemble(8, trees);
  }

  private static TreeNode tree(int depth, Random random, List<Diamond> stones) {
    if (depth == 0) {
      return new Leaf(.1 * random.nextGaussian());
    }
    Factor factor = Factor.values()[random.nextInt(Factor.COUNT)];
    double threshold = factor.of(stones.get(random.nextInt(stones.size())));
    return new Split(
        factor, threshold, tree(depth - 1, random, stones), tree(depth - 1, random, stones));
  }

  /** A price list of six weights on which everything better costs more, and a random correction. */
  public static PriceList priceList(long seed) {
    Random random = new Random(seed);
    double[] carats = {.2, .5, .7, 1, 1.5, 3};
    double[] logPrices = new double[carats.length * PriceList.ROWS];
    double price = 5;
    for (int i = 0; i < logPrices.length; i++) {
      price += 4.0 * random.nextDouble() / logPrices.length;
      logPrices[i] = price;
    }
    return new PriceList(carats, logPrices, correction(random));
  }

  /** Two parts price list, one part trees. */
  public static Blend blend(long seed) {
    return new Blend(
        List.of(
            new Blend.Part(2 / 3.0, priceList(seed)), new Blend.Part(1 / 3.0, trees(6, 5, seed))));
  }

  /** Heavier stones spread more, better ones less. */
  public static LinearModel logSpread() {
    return new LinearModel(
        .1,
        .2,
        new double[] {.1, .1, 0, 0, 0, -.05, -.1},
        new double[] {.2, .1, 0, 0, 0, 0, -.05, -.1},
        new double[5],
        new double[5]);
  }

  /** A doubt that knows of two stones only, a light one and a heavy one. */
  public static Doubt doubt() {
    double[] lengths = new double[Factor.COUNT];
    Arrays.fill(lengths, 2);
    double[] centres = new double[2 * Factor.COUNT];
    centres[0] = -1;
    centres[Factor.COUNT] = 1.5;
    return new Doubt(axes(), lengths, centres, new double[] {.9, -.2, -.2, .9}, .3, 4);
  }

  private static Correction correction(Random random) {
    return new Correction(
        axes(),
        new double[] {61.8, 57, 6.45, 1.003, 0},
        random.doubles(5, -.05, .05).toArray(),
        List.of(bumps(Shape.ROUND, random), bumps(Shape.POINTED, random)));
  }

  private static List<Axis> axes() {
    return List.of(
        new Axis.Measured(.2, 3, true, -.4, .6),
        new Axis.Graded(new double[] {-2, -1.2, -.7, 0, .5, .8, 1.1}),
        new Axis.Graded(new double[] {-3, -1, -.5, 0, .3, .5, .9, 1.2}),
        new Axis.Graded(new double[] {-2, -.5, 0, .2, .9}),
        new Axis.Measured(55, 70, false, 61.7, 1.4),
        new Axis.Measured(50, 70, false, 57.4, 2.2),
        new Axis.Measured(5.8, 7.2, false, 6.5, .1),
        new Axis.Measured(.97, 1.03, false, 1, .01),
        new Axis.Measured(-1, 1, false, 0, .1));
  }

  private static Bumps bumps(Shape shape, Random random) {
    return new Bumps(
        shape,
        random.doubles(Factor.COUNT, 2, 9).toArray(),
        random.doubles(7L * Factor.COUNT, -2, 2).toArray(),
        random.doubles(7, -.2, .2).toArray());
  }

  /** {@code model} with everything that an appraiser may have. */
  public static Appraiser unsure(PriceModel model) {
    return new Appraiser(
        model,
        new Uncertainty(logSpread(), Optional.of(doubt())),
        REFERENCE,
        new RangeCalibration(
            List.of(.9, .5),
            List.of(
                new CaratBand(0, List.of(new Ends(-.15, .16), new Ends(-.05, .06)), 1.01),
                new CaratBand(1, List.of(new Ends(-.2, .22), new Ends(-.08, .09)), 1.02))),
        TrainingDomain.of(random(100, 1)).withDearest(20_000));
  }

  /** {@code model} with a reference stone, wide ranges and the domain of a hundred stones. */
  public static Appraiser appraiser(PriceModel model) {
    return new Appraiser(
        model,
        REFERENCE,
        new RangeCalibration(.9, List.of(new CaratBand(0, -.15, .16), new CaratBand(1, -.2, .22))),
        TrainingDomain.of(random(100, 1)));
  }
}
