package io.facet.service.usage;

import io.facet.service.access.KeyHolder;
import io.facet.service.keys.Scope;
import io.facet.service.metering.UsageStore.Wanted;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.StoneReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Which use is asked for: by default one's own of this month. */
final class Period {

  static final String FROM = "The first day (UTC); by default the first of the last day's month";
  static final String TO = "The last day (UTC); by default today";
  static final String BUSINESS = "Only this business; others than one's own for an admin only";

  private Period() {}

  static Wanted of(MultiValueMap<String, String> query, KeyHolder caller, LocalDate today) {
    List<String> faults = new ArrayList<>(0);
    LocalDate to = day(query.getFirst("to"), "to", today, faults);
    LocalDate from = day(query.getFirst("from"), "from", to.withDayOfMonth(1), faults);
    Optional<String> business = Optional.ofNullable(query.getFirst("business"));
    if (business.filter(StoneReader::isUnprintable).isPresent()) {
      faults.add("business must not hold control characters or broken Unicode");
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, String.join("; ", faults).concat("."));
    }
    if (from.isAfter(to)) {
      throw new ProblemException(ProblemType.IMPOSSIBLE_REQUEST, "from must not be after to.");
    }
    String own = caller.key().business();
    boolean admin = caller.key().opens(Scope.ADMIN);
    if (!admin && business.filter(other -> !other.equals(own)).isPresent()) {
      throw new ProblemException(
          ProblemType.MISSING_SCOPE, "Others' use is shown to keys with the scope admin only.");
    }
    return new Wanted(from, to, admin ? business : Optional.of(own));
  }

  /** Whether every database knows it. */
  static boolean isDay(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9999;
  }

  private static LocalDate day(
      @Nullable String text, String name, LocalDate usual, List<String> faults) {
    if (text == null) {
      return usual;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (isDay(day)) {
        return day;
      }
    } catch (DateTimeException e) {
      // Said below, in the same words as a day that is out of all bounds.
    }
    faults.add(name + " must be a day such as 2026-11-23");
    return usual;
  }
}
