package io.facet.service.collection;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stones can be sorted by. Those without the figure come last, whichever way. */
enum Order {
  NUMBER,
  CARAT,
  APPRAISED,
  PRICE,
  PRICE_PER_CARAT,
  DIFFERENCE_USD,
  DIFFERENCE_PERCENT,
  UNCERTAINTY;

  /** Every order, as it is asked for: upwards, and with a minus sign downwards. */
  static List<String> names() {
    return Arrays.stream(values())
        .flatMap(order -> Stream.of(order.label(), "-" + order.label()))
        .toList();
  }

  /** The order with {@code name}; equal figures stay in the order of the books. */
  static Comparator<Piece> of(String name) {
    boolean down = name.startsWith("-");
    return valueOf(name.substring(down ? 1 : 0).toUpperCase(Locale.ROOT)).comparator(down);
  }

  private Comparator<Piece> comparator(boolean down) {
    Comparator<BigDecimal> way = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Comparator<@Nullable BigDecimal> lastWithout = Comparator.nullsLast(way);
    return (one, other) -> lastWithout.compare(figure(one), figure(other));
  }

  private @Nullable BigDecimal figure(Piece piece) {
    Piece.Difference difference = piece.difference();
    return switch (this) {
      case NUMBER -> BigDecimal.valueOf(piece.number());
      case CARAT -> BigDecimal.valueOf(piece.stone().carat());
      case APPRAISED -> piece.appraised();
      case PRICE -> piece.price();
      case PRICE_PER_CARAT -> piece.pricePerCarat();
      case DIFFERENCE_USD -> difference == null ? null : difference.usd();
      case DIFFERENCE_PERCENT -> difference == null ? null : difference.percent();
      case UNCERTAINTY -> piece.range().highOverLow();
    };
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
