package io.facet.training.families;

import io.facet.training.families.gaussian.PriceListProcess;
import io.facet.valuation.Appraisal;
import io.facet.valuation.price.PriceModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** The price-list Gaussian process: a trade's price list times a correction for proportions. */
record PriceListFamily(String name, PriceListProcess process) implements ModelFamily {

  static final String NAME = "price-list";
  static final String RAW = "price-list-raw";

  private static final int CENTRES = 300;

  static PriceListFamily full() {
    return new PriceListFamily(NAME, PriceListProcess.found(CENTRES, Integer.MAX_VALUE));
  }

  static PriceListFamily quick() {
    return new PriceListFamily(NAME, PriceListProcess.found(60, 700));
  }

  /** The list before it is made to rise, for studies of what that costs. */
  PriceListFamily raw() {
    return new PriceListFamily(RAW, process.asLearned());
  }

  @Override
  public String inWords() {
    return """
        A price list such as the trade uses, weight by color by clarity by cut, times a correction for proportions. Both
        come from a Gaussian process: stones that are alike are priced alike, and how far likeness reaches in each factor is
        learned as well.\
        """;
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    process
        .hyperparameters()
        .forEach((name, value) -> parameters.put(name, String.format(Locale.ROOT, "%.6g", value)));
    return parameters;
  }

  @Override
  public Optional<ModelFamily> tuned(List<Appraisal> stones, int most, IntConsumer progress) {
    return Optional.of(new PriceListFamily(name, process.tuned(stones, most, progress)));
  }

  @Override
  public PriceModel fit(List<Appraisal> stones, long seed) {
    return process.fit(stones);
  }
}
