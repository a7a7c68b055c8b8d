package io.facet.service.pricelist;

import io.facet.service.lists.Query;
import io.facet.service.lists.WantedGrades;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** Which lines of the list are asked for; what is left open is all of them. */
record Wanted(WantedGrades grades, Optional<BigDecimal> carat) {

  /** Reads what {@code parameters} ask for, or throws the problem that names all that is wrong. */
  static Wanted of(MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    Wanted wanted = new Wanted(WantedGrades.of(query), query.weight("carat"));
    query.check();
    return wanted;
  }

  boolean includes(PriceListAnswer.Entry entry) {
    return grades.include(entry.cut(), entry.color(), entry.clarity())
        && carat.filter(weight -> !entry.holds(weight)).isEmpty();
  }
}
