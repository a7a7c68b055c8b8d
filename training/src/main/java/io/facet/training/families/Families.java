package io.facet.training.families;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The families there are. */
public final class Families {

  /** Learned unless another is asked for: the one that a sweep chose. */
  public static final String DEFAULT = PriceListFamily.NAME;

  private Families() {}

  /**
   * All families, the simplest first: what a person can read (a formula, a price list), then trees
   * that are alike and independent, then trees that build on each other, then a mixture.
   *
   * @param quick learn faster and worse, to try things out
   */
  public static List<ModelFamily> all(boolean quick) {
    return list(quick, family -> family);
  }

  /** All families for a comparison: what the blend is made of is learned once for both. */
  public static List<ModelFamily> compared(boolean quick) {
    return list(quick, Once::new);
  }

  /**
   * Families for studies only, which answer a question about another and are never offered to be
   * trained: the price list before it is made to rise.
   */
  public static List<ModelFamily> studied(boolean quick) {
    return List.of((quick ? PriceListFamily.quick() : PriceListFamily.full()).raw());
  }

  /**
   * {@code family} without what it remembers, for whoever wants to know how long learning takes.
   */
  public static ModelFamily afresh(ModelFamily family) {
    return switch (family) {
      case Once once -> once.family();
      case BlendFamily blend ->
          new BlendFamily(blend.parts().stream().map(Families::afresh).toList());
      default -> family;
    };
  }

  /** The family of that name. */
  public static Optional<ModelFamily> named(String name, boolean quick) {
    return all(quick).stream().filter(family -> family.name().equals(name)).findFirst();
  }

  public static List<String> names() {
    return all(true).stream().map(ModelFamily::name).toList();
  }

  private static List<ModelFamily> list(boolean quick, UnaryOperator<ModelFamily> part) {
    ModelFamily priceList = part.apply(quick ? PriceListFamily.quick() : PriceListFamily.full());
    ModelFamily trees = part.apply(quick ? BoostedTrees.quick() : BoostedTrees.full());
    return List.of(
        new Linear(),
        priceList,
        quick ? RandomForestFamily.quick() : RandomForestFamily.full(),
        trees,
        new BlendFamily(List.of(priceList, trees)));
  }
}
