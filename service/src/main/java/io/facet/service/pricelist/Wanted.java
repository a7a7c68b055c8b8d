package io.facet.service.pricelist;

import io.facet.service.lists.Query;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Grade;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** Which lines of the list are asked for; what is left open is all of them. */
record Wanted(
    Set<Cut> cuts, Set<Color> colors, Set<Clarity> clarities, Optional<BigDecimal> carat) {

  /** Reads what {@code parameters} ask for, or throws the problem that names all that is wrong. */
  static Wanted of(MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    Wanted wanted =
        new Wanted(
            query.grades("cut", Cut.class),
            query.grades("color", Color.class),
            query.grades("clarity", Clarity.class),
            query.weight("carat"));
    query.check();
    return wanted;
  }

  boolean includes(PriceListAnswer.Entry entry) {
    return includes(cuts, entry.cut())
        && includes(colors, entry.color())
        && includes(clarities, entry.clarity())
        && carat.filter(weight -> !entry.holds(weight)).isEmpty();
  }

  private static boolean includes(Set<? extends Grade> grades, String spelling) {
    return grades.isEmpty() || grades.stream().anyMatch(g -> g.spelling().equals(spelling));
  }
}
