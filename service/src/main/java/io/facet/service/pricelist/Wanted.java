package io.facet.service.pricelist;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Grade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** Which lines of the list are asked for; what is left open is all of them. */
record Wanted(
    Optional<Cut> cut,
    Optional<Color> color,
    Optional<Clarity> clarity,
    Optional<BigDecimal> carat) {

  private static final Pattern WEIGHT = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?");

  /** Reads what {@code query} asks for, or throws the problem that names all that is wrong. */
  static Wanted of(MultiValueMap<String, String> query) {
    List<String> faults = new ArrayList<>(0);
    Wanted wanted =
        new Wanted(
            grade(query, "cut", Cut.class, faults),
            grade(query, "color", Color.class, faults),
            grade(query, "clarity", Clarity.class, faults),
            weight(query, faults));
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, String.join("; ", faults) + ".");
    }
    return wanted;
  }

  boolean includes(PriceListAnswer.Entry entry) {
    return cut.map(Cut::spelling).filter(c -> !c.equals(entry.cut())).isEmpty()
        && color.map(Color::spelling).filter(c -> !c.equals(entry.color())).isEmpty()
        && clarity.map(Clarity::spelling).filter(c -> !c.equals(entry.clarity())).isEmpty()
        && carat.filter(weight -> !entry.holds(weight)).isEmpty();
  }

  private static <G extends Enum<G> & Grade> Optional<G> grade(
      MultiValueMap<String, String> query, String name, Class<G> type, List<String> faults) {
    String text = query.getFirst(name);
    if (text == null) {
      return Optional.empty();
    }
    Optional<G> grade = Grade.parse(type, text);
    if (grade.isEmpty()) {
      faults.add("%s must be one of %s".formatted(name, String.join(", ", Grade.spellings(type))));
    }
    return grade;
  }

  private static Optional<BigDecimal> weight(
      MultiValueMap<String, String> query, List<String> faults) {
    String text = query.getFirst("carat");
    if (text != null && !WEIGHT.matcher(text).matches()) {
      faults.add("carat must be a weight in carats, such as 0.72");
      return Optional.empty();
    }
    return Optional.ofNullable(text).map(BigDecimal::new);
  }
}
