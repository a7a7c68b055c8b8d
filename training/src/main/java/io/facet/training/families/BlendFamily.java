package io.facet.training.families;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.Blend;
import io.facet.valuation.price.PriceModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * The geometric mean of the prices that several families say, each counting alike: where they err
 * in different directions, their errors cancel in part.
 */
record BlendFamily(List<ModelFamily> parts) implements ModelFamily {

  static final String NAME = "blend";

  BlendFamily {
    parts = List.copyOf(parts);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    for (ModelFamily part : parts) {
      parameters.put(part.name() + ".weight", Double.toString(weight()));
      part.parameters().forEach((name, value) -> parameters.put(part.name() + "." + name, value));
    }
    return parameters;
  }

  @Override
  public Optional<ModelFamily> tuned(List<Appraisal> stones, int most, IntConsumer progress) {
    return Optional.of(
        new BlendFamily(
            parts.stream().map(part -> part.tuned(stones, most, progress).orElse(part)).toList()));
  }

  @Override
  public PriceModel fit(List<Appraisal> stones, long seed) {
    return new Blend(
        parts.stream().map(part -> new Blend.Part(weight(), part.fit(stones, seed))).toList());
  }

  private double weight() {
    return 1.0 / parts.size();
  }
}
