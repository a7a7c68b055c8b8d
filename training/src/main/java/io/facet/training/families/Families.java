package io.facet.training.families;

import java.util.List;
import java.util.Optional;

/** The families there are. */
public final class Families {

  /** Learned unless another is asked for: the better one by cross-validation. */
  public static final String DEFAULT = BoostedTrees.NAME;

  private Families() {}

  /**
   * All families, the simplest first.
   *
   * @param quick learn faster and worse, to try things out
   */
  public static List<ModelFamily> all(boolean quick) {
    return List.of(
        new Linear(),
        quick ? PriceListFamily.quick() : PriceListFamily.full(),
        quick ? BoostedTrees.quick() : BoostedTrees.full());
  }

  /** The family of that name. */
  public static Optional<ModelFamily> named(String name, boolean quick) {
    return all(quick).stream().filter(family -> family.name().equals(name)).findFirst();
  }

  public static List<String> names() {
    return all(true).stream().map(ModelFamily::name).toList();
  }
}
