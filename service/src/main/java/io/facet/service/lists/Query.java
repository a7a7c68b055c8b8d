package io.facet.service.lists;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.valuation.stone.Grade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * What an address asks for after its question mark. Reading goes on after a fault, so that {@link
 * #check} can name all of them.
 */
public final class Query {

  /** The largest weight in carats that anybody may ask for. */
  public static final String HEAVIEST = "1000";

  // Programs write small numbers as 1e-7.
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");

  private final MultiValueMap<String, String> parameters;
  private final List<String> faults = new ArrayList<>(0);

  public Query(MultiValueMap<String, String> parameters) {
    this.parameters = parameters;
  }

  /** The grades that {@code name} names, one each time it is given; empty where it isn't. */
  public <G extends Enum<G> & Grade> Set<G> grades(String name, Class<G> type) {
    Set<G> grades = EnumSet.noneOf(type);
    for (String text : parameters.getOrDefault(name, List.of())) {
      Grade.parse(type, text)
          .ifPresentOrElse(
              grades::add, () -> fault(name, "one of " + String.join(", ", Grade.spellings(type))));
    }
    return grades;
  }

  /** A weight in carats. */
  public Optional<BigDecimal> weight(String name) {
    Optional<String> text = text(name);
    Optional<BigDecimal> weight =
        text.filter(t -> NUMBER.matcher(t).matches())
            .map(BigDecimal::new)
            .filter(w -> w.signum() >= 0 && w.compareTo(new BigDecimal(HEAVIEST)) <= 0);
    if (text.isPresent() && weight.isEmpty()) {
      fault(name, "a weight in carats, such as 0.72");
    }
    return weight;
  }

  public Optional<Boolean> flag(String name) {
    Optional<String> text = text(name);
    if (text.filter(t -> !t.equals("true") && !t.equals("false")).isPresent()) {
      fault(name, "true or false");
    }
    return text.map(Boolean::valueOf);
  }

  /** A whole number from {@code lowest} to {@code highest}. */
  public int whole(String name, int lowest, int highest, int usual) {
    Optional<String> text = text(name);
    int number = text.filter(t -> WHOLE.matcher(t).matches()).map(Integer::valueOf).orElse(-1);
    if (text.isPresent() && (number < lowest || number > highest)) {
      fault(name, "a whole number from %d to %d".formatted(lowest, highest));
    }
    return text.isPresent() ? number : usual;
  }

  /** One of {@code allowed}. */
  public String choice(String name, List<String> allowed, String usual) {
    String text = text(name).orElse(usual);
    if (!allowed.contains(text)) {
      fault(name, "one of " + String.join(", ", allowed));
    }
    return text;
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(parameters.getFirst(name));
  }

  private void fault(String name, String expected) {
    faults.add(name + " must be " + expected);
  }

  /** Throws the problem that names all that was wrong, if anything was. */
  public void check() {
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, String.join("; ", faults) + ".");
    }
  }
}
