package io.facet.service.lists;

import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Grade;
import java.util.Set;

/** Of which grades stones are asked for; where none is named, all of them are. */
public record WantedGrades(Set<Cut> cuts, Set<Color> colors, Set<Clarity> clarities) {

  public WantedGrades {
    cuts = Set.copyOf(cuts);
    colors = Set.copyOf(colors);
    clarities = Set.copyOf(clarities);
  }

  public static WantedGrades of(Query query) {
    return new WantedGrades(
        query.grades("cut", Cut.class),
        query.grades("color", Color.class),
        query.grades("clarity", Clarity.class));
  }

  /** Whether a stone with these grades, in their trade spelling, is one of them. */
  public boolean include(String cut, String color, String clarity) {
    return includes(cuts, cut) && includes(colors, color) && includes(clarities, clarity);
  }

  private static boolean includes(Set<? extends Grade> grades, String spelling) {
    return grades.isEmpty() || grades.stream().anyMatch(g -> g.spelling().equals(spelling));
  }
}
