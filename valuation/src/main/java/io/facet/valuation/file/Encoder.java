package io.facet.valuation.file;

import io.facet.valuation.Appraiser;
import io.facet.valuation.CaratBand;
import io.facet.valuation.GoldenStone;
import io.facet.valuation.RangeCalibration;
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
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Writes what {@link Decoder} reads, in the same order; the two stand side by side. */
final class Encoder {

  static final byte LINEAR = 1;
  static final byte TREES = 2;
  static final byte PRICE_LIST = 3;
  static final byte BLEND = 4;
  static final byte LEAF = -1;
  static final byte MEASURED = 0;
  static final byte GRADED = 1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] toByteArray() {
    return out.toByteArray();
  }

  void appraiser(Appraiser appraiser) {
    model(appraiser.model());
    uncertainty(appraiser.uncertainty());
    text(appraiser.reference().name());
    stone(appraiser.reference().stone());
    ranges(appraiser.ranges());
    domain(appraiser.domain());
  }

  void golden(GoldenStone golden) {
    stone(golden.stone());
    number(golden.price());
    number(golden.low());
    number(golden.high());
  }

  private void model(PriceModel model) {
    if (model instanceof LinearModel linear) {
      out.write(LINEAR);
      number(linear.intercept());
      number(linear.perLogCarat());
      numbers(linear.color());
      numbers(linear.clarity());
      numbers(linear.cut());
      numbers(linear.proportions());
    } else if (model instanceof TreeEnsemble ensemble) {
      out.write(TREES);
      number(ensemble.intercept());
      list(ensemble.trees(), this::tree);
    } else if (model instanceof PriceList list) {
      out.write(PRICE_LIST);
      numbers(list.carats());
      numbers(list.logPrices());
      correction(list.correction());
    } else if (model instanceof Blend blend) {
      out.write(BLEND);
      list(blend.parts(), this::part);
    }
  }

  private void part(Blend.Part part) {
    number(part.weight());
    model(part.model());
  }

  private void uncertainty(Uncertainty uncertainty) {
    model(uncertainty.logSpread());
    list(uncertainty.doubt().stream().toList(), this::doubt);
  }

  private void doubt(Doubt doubt) {
    list(doubt.axes(), this::axis);
    numbers(doubt.lengths());
    numbers(doubt.centres());
    numbers(doubt.information());
    number(doubt.usual());
    number(doubt.weight());
  }

  private void correction(Correction correction) {
    list(correction.axes(), this::axis);
    numbers(correction.typical());
    numbers(correction.slopes());
    list(correction.bumps(), this::bumps);
  }

  private void axis(Axis axis) {
    if (axis instanceof Axis.Measured measured) {
      out.write(MEASURED);
      number(measured.lowest());
      number(measured.highest());
      out.write(measured.logarithmic() ? 1 : 0);
      number(measured.mean());
      number(measured.deviation());
    } else if (axis instanceof Axis.Graded graded) {
      out.write(GRADED);
      numbers(graded.positions());
    }
  }

  private void bumps(Bumps bumps) {
    out.write(bumps.shape().ordinal());
    numbers(bumps.lengths());
    numbers(bumps.centres());
    numbers(bumps.weights());
  }

  private void tree(TreeNode node) {
    if (node instanceof TreeNode.Split split) {
      out.write(split.factor().ordinal());
      number(split.threshold());
      tree(split.low());
      tree(split.high());
    } else if (node instanceof TreeNode.Leaf leaf) {
      out.write(LEAF);
      number(leaf.value());
    }
  }

  private void ranges(RangeCalibration ranges) {
    list(ranges.coverages(), this::number);
    list(ranges.bands(), this::band);
  }

  private void band(CaratBand band) {
    number(band.fromCarat());
    list(band.ends(), this::ends);
    number(band.meanOverMedian());
  }

  private void ends(CaratBand.Ends ends) {
    number(ends.low());
    number(ends.high());
  }

  private void domain(TrainingDomain domain) {
    for (Factor factor : Factor.values()) {
      number(domain.lowest(factor));
      number(domain.highest(factor));
    }
    number(domain.dearest());
  }

  private void stone(Diamond stone) {
    number(stone.carat());
    out.write(stone.cut().ordinal());
    out.write(stone.color().ordinal());
    out.write(stone.clarity().ordinal());
    number(stone.depth());
    number(stone.table());
    number(stone.x());
    number(stone.y());
    number(stone.z());
  }

  <T> void list(List<T> items, Consumer<T> each) {
    integer(items.size());
    items.forEach(each);
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    integer(utf8.length);
    bytes(utf8);
  }

  private void numbers(double[] values) {
    integer(values.length);
    for (double value : values) {
      number(value);
    }
  }

  private void number(double value) {
    bytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
  }

  void integer(int value) {
    bytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  void bytes(byte[] bytes) {
    out.writeBytes(bytes);
  }
}
