package io.facet.service.collection;

import io.facet.service.lists.Query;
import io.facet.service.lists.WantedGrades;
import io.facet.service.stones.Stone;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Which stones are asked for; what is left open is all of them. */
record Sought(
    WantedGrades grades,
    Optional<BigDecimal> lightest,
    Optional<BigDecimal> heaviest,
    Optional<Boolean> appraised,
    Optional<String> verdict) {

  private static final List<String> VERDICTS = List.of("any", "above", "within", "below");

  static Sought of(Query query) {
    return new Sought(
        WantedGrades.of(query),
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
    Stone stone = piece.stone();
    return grades.include(stone.cut(), stone.color(), stone.clarity())
        && lightest.filter(least -> carat.compareTo(least) < 0).isEmpty()
        && heaviest.filter(most -> carat.compareTo(most) > 0).isEmpty()
        && appraised.filter(wanted -> wanted == (difference == null)).isEmpty()
        && verdict
            .filter(wanted -> difference == null || !wanted.equals(difference.verdict()))
            .isEmpty();
  }
}
