package io.facet.valuation.file;

import io.facet.valuation.Appraiser;
import io.facet.valuation.CaratBand;
import io.facet.valuation.GoldenStone;
import io.facet.valuation.RangeCalibration;
import io.facet.valuation.ReferenceStone;
import io.facet.valuation.TrainingDomain;
import io.facet.valuation.Uncertainty;
import io.facet.valuation.price.Axis;
import io.facet.valuation.price.Blend;
import io.facet.valuation.price.Bumps;
import io.facet.valuation.price.Correction;
import io.facet.valuation.price.Doubt;
import io.facet.valuation.price.LinearModel;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.price.TreeNode;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads what {@link Encoder} writes. A checksum keeps accidents out, not malice: so every count is
 * held against the bytes that are left, every number must be finite, and trees have a depth limit.
 */
final class Decoder {

  private static final int DEEPEST = 64;

  private final ByteBuffer in;
  private final int version;

  /**
   * @param version of the format that {@code in} was written in
   */
  Decoder(ByteBuffer in, int version) {
    this.in = in;
    this.version = version;
  }

  Appraiser appraiser() {
    try {
      return new Appraiser(
          model(octet()), uncertainty(), new ReferenceStone(text(), stone()), ranges(), domain());
    } catch (IllegalArgumentException e) {
      throw new UnreadableModelException("The model file makes no sense: " + e.getMessage());
    }
  }

  GoldenStone golden() {
    try {
      return new GoldenStone(stone(), number(), number(), number());
    } catch (IllegalArgumentException e) {
      throw new UnreadableModelException("A golden stone makes no sense: " + e.getMessage());
    }
  }

  void end() {
    if (in.hasRemaining()) {
      throw new UnreadableModelException(
          "The model file has " + in.remaining() + " bytes too many.");
    }
  }

  private PriceModel model(byte form) {
    return switch (form) {
      case Encoder.LINEAR ->
          new LinearModel(number(), number(), numbers(), numbers(), numbers(), numbers());
      case Encoder.TREES -> new TreeEnsemble(number(), list(() -> tree(DEEPEST)));
      case Encoder.PRICE_LIST -> new PriceList(numbers(), numbers(), correction());
      case Encoder.BLEND -> new Blend(list(this::part));
      default ->
          throw new UnreadableModelException(
              "The model has form " + form + ", which this Facet doesn't know: use a newer Facet.");
    };
  }

  /** Refuses a blend before it is read: a file of nothing but blends would exhaust the stack. */
  private Blend.Part part() {
    double weight = number();
    byte form = octet();
    if (form == Encoder.BLEND) {
      throw new UnreadableModelException("The model is a blend of blends.");
    }
    return new Blend.Part(weight, model(form));
  }

  private TreeNode tree(int deepest) {
    if (deepest == 0) {
      throw new UnreadableModelException("A tree of the model is deeper than " + DEEPEST + ".");
    }
    byte factor = octet();
    if (factor == Encoder.LEAF) {
      return new TreeNode.Leaf(number());
    }
    return new TreeNode.Split(
        constant(Factor.values(), factor), number(), tree(deepest - 1), tree(deepest - 1));
  }

  private Correction correction() {
    return new Correction(list(this::axis), numbers(), numbers(), bumps());
  }

  private Axis axis() {
    byte form = octet();
    return switch (form) {
      case Encoder.MEASURED ->
          new Axis.Measured(number(), number(), octet() == 1, number(), number());
      case Encoder.GRADED -> new Axis.Graded(numbers());
      default -> throw new UnreadableModelException("The model has an axis of form " + form + ".");
    };
  }

  private List<Bumps> bumps() {
    return version == 1
        ? List.of(new Bumps(Bumps.Shape.ROUND, numbers(), numbers(), numbers()))
        : list(
            () ->
                new Bumps(
                    constant(Bumps.Shape.values(), octet()), numbers(), numbers(), numbers()));
  }

  private Uncertainty uncertainty() {
    if (version == 1) {
      return Uncertainty.EVEN;
    }
    PriceModel logSpread = model(octet());
    List<Doubt> doubts = list(this::doubt);
    if (doubts.size() > 1) {
      throw new UnreadableModelException("The model has more than one measure of doubt.");
    }
    return new Uncertainty(logSpread, doubts.stream().findFirst());
  }

  private Doubt doubt() {
    return new Doubt(list(this::axis), numbers(), numbers(), numbers(), number(), number());
  }

  private RangeCalibration ranges() {
    if (version == 1) {
      double coverage = number();
      return new RangeCalibration(
          coverage, list(() -> new CaratBand(number(), number(), number())));
    }
    return new RangeCalibration(list(this::number), list(this::band));
  }

  private CaratBand band() {
    return new CaratBand(number(), list(() -> new CaratBand.Ends(number(), number())), number());
  }

  private TrainingDomain domain() {
    double[] lowest = new double[Factor.COUNT];
    double[] highest = new double[Factor.COUNT];
    for (int i = 0; i < Factor.COUNT; i++) {
      lowest[i] = number();
      highest[i] = number();
    }
    return version == 1
        ? new TrainingDomain(lowest, highest)
        : new TrainingDomain(lowest, highest, number());
  }

  private Diamond stone() {
    return new Diamond(
        number(),
        constant(Cut.values(), octet()),
        constant(Color.values(), octet()),
        constant(Clarity.values(), octet()),
        number(),
        number(),
        number(),
        number(),
        number());
  }

  <T> List<T> list(Supplier<T> item) {
    int size = count();
    List<T> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(item.get());
    }
    return items;
  }

  private String text() {
    byte[] utf8 = new byte[count()];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private double[] numbers() {
    int size = count();
    need((long) size * Double.BYTES);
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = number();
    }
    return values;
  }

  private double number() {
    need(Double.BYTES);
    double value = in.getDouble();
    if (!Double.isFinite(value)) {
      throw new UnreadableModelException("The model file holds a number that is not finite.");
    }
    return value;
  }

  /** A count of things that take a byte each at least. */
  private int count() {
    need(Integer.BYTES);
    int count = in.getInt();
    if (count < 0 || count > in.remaining()) {
      throw new UnreadableModelException("The model file ends before what it announces.");
    }
    return count;
  }

  private byte octet() {
    need(1);
    return in.get();
  }

  private void need(long bytes) {
    if (in.remaining() < bytes) {
      throw new UnreadableModelException("The model file ends before what it announces.");
    }
  }

  private static <E> E constant(E[] constants, byte position) {
    if (position < 0 || position >= constants.length) {
      throw new UnreadableModelException("The model file names something unknown: " + position);
    }
    return constants[position];
  }
}
