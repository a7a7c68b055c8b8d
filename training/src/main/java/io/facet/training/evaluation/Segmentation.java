package io.facet.training.evaluation;

import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Grade;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A way to split stones, to see where estimates are good and where they are not. */
public enum Segmentation {
  WEIGHT("Weight"),
  COLOR("Color"),
  CLARITY("Clarity"),
  CUT("Cut"),
  /** By what the expert says the stone is worth. */
  PRICE("Expert's price");

  private static final double[] PRICES_FROM = {0, 1_000, 2_500, 5_000, 10_000};

  private final String words;

  Segmentation(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** The stones of each segment that has any, by its name, in the trade's order. */
  public Map<String, List<Priced>> split(List<Priced> priced) {
    return switch (this) {
      case WEIGHT -> CaratBands.split(priced);
      case COLOR -> byGrade(priced, Color.values(), Diamond::color);
      case CLARITY -> byGrade(priced, Clarity.values(), Diamond::clarity);
      case CUT -> byGrade(priced, Cut.values(), Diamond::cut);
      case PRICE -> byPrice(priced);
    };
  }

  private static <G extends Grade> Map<String, List<Priced>> byGrade(
      List<Priced> priced, G[] worstFirst, Function<Diamond, G> grade) {
    Map<String, List<Priced>> segments = new LinkedHashMap<>();
    for (G of : Arrays.asList(worstFirst).reversed()) {
      put(
          segments,
          of.spelling(),
          priced.stream().filter(one -> grade.apply(one.stone()) == of).toList());
    }
    return segments;
  }

  private static Map<String, List<Priced>> byPrice(List<Priced> priced) {
    Map<String, List<Priced>> segments = new LinkedHashMap<>();
    for (int i = 0; i < PRICES_FROM.length; i++) {
      double from = PRICES_FROM[i];
      boolean last = i == PRICES_FROM.length - 1;
      double to = last ? Double.POSITIVE_INFINITY : PRICES_FROM[i + 1];
      String name =
          last
              ? String.format(Locale.ROOT, "from %,.0f USD", from)
              : String.format(Locale.ROOT, "%,.0f–%,.0f USD", from, to);
      put(
          segments,
          name,
          priced.stream().filter(one -> one.appraised() >= from && one.appraised() < to).toList());
    }
    return segments;
  }

  private static void put(Map<String, List<Priced>> segments, String name, List<Priced> stones) {
    if (!stones.isEmpty()) {
      segments.put(name, stones);
    }
  }
}
