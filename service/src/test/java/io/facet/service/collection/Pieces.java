package io.facet.service.collection;

import io.facet.service.stones.Price;
import io.facet.service.stones.Stone;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stones of a collection, for tests that look at one thing about them. */
final class Pieces {

  private Pieces() {}

  /** A stone of {@code carat} that the model prices at {@code price}, in a range around it. */
  static Piece of(
      int number, double carat, String price, String low, String high, @Nullable String appraised) {
    return new Piece(
        number,
        new Stone(carat, "Ideal", "F", "VS1", 61.5, 56, 5.75, 5.78, 3.55),
        appraised == null ? null : new BigDecimal(appraised),
        new BigDecimal(price),
        new BigDecimal(price),
        new Price.Range(new BigDecimal(low), new BigDecimal(high), .9),
        null,
        List.of());
  }
}
