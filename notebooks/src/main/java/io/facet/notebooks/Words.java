package io.facet.notebooks;

import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A stone as a jeweller says it. */
public final class Words {

  private Words() {}

  /** The four Cs, such as {@code 0.72 ct, F, VS1, Ideal}. */
  public static String fourCs(Diamond stone) {
    return Arrays.stream(Factor.values())
        .limit(Factor.DEPTH.ordinal())
        .map(factor -> factor.format(factor.of(stone)))
        .collect(Collectors.joining(", "));
  }
}
