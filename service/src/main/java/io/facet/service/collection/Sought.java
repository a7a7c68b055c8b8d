package io.facet.service.collection;

import io.facet.service.lists.Query;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Grade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which stones are asked for; what is left open is all of them. */
record Sought(
    Set<Cut> cuts,
    Set<Color> colors,
    Set<Clarity> clarities,
    Optional<BigDecimal> lightest,
    Optional<BigDecimal> heaviest,
    Optional<Boolean> appraised,
    Optional<String> verdict) {

  private static final List<String> VERDICTS = List.of("any", "above", "within", "below");

  static Sought of(Query query) {
    return new Sought(
        query.grades("cut", Cut.class),
        query.grades("color", Color.class),
        query.grades("clarity", Clarity.class),
        query.weight("carat_min"),
        query.weight("carat_max"),
        query.flag("appraised"),
        Optional.of(query.choice("verdict", VERDICTS, "any")).filter(v -> !v.equals("any")));
  }

  List<Piece> in(Holdings holdings) {
    return holdings.pieces().stream().filter(this::includes).toList();
  }

  private boolean includes(Piece piece) {
    BigDecimal carat = BigDecimal.valueOf(piece.stone().carat());
    Piece.Difference difference = piece.difference();
    return includes(cuts, piece.stone().cut())
        && includes(colors, piece.stone().color())
        && includes(clarities, piece.stone().clarity())
        && lightest.filter(least -> carat.compareTo(least) < 0).isEmpty()
        && heaviest.filter(most -> carat.compareTo(most) > 0).isEmpty()
        && appraised.filter(wanted -> wanted == (difference == null)).isEmpty()
        && verdict
            .filter(wanted -> difference == null || !wanted.equals(difference.verdict()))
            .isEmpty();
  }

  private static boolean includes(Set<? extends Grade> grades, String spelling) {
    return grades.isEmpty() || grades.stream().anyMatch(g -> g.spelling().equals(spelling));
  }
}
