package io.facet.service.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facet.service.keys.Plan;
import io.facet.service.metering.Outcome;
import io.facet.service.metering.Use.Slot;
import io.facet.service.stones.StoneReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** The last row of a page, so that the next one begins after it whatever is counted meanwhile. */
final class UsageCursor {

  static final String FORM = "[A-Za-z0-9_-]{1,600}";

  /** In no name of a business. */
  private static final String BETWEEN = "\n";

  private UsageCursor() {}

  static String after(Slot last) {
    String text =
        String.join(
            BETWEEN,
            last.day().toString(),
            last.business(),
            last.keyId(),
            last.operation(),
            last.outcome().label());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  static boolean isOne(String cursor) {
    return read(cursor).isPresent();
  }

  static Optional<Slot> read(String cursor) {
    if (!cursor.matches(FORM)) {
      return Optional.empty();
    }
    try {
      return read(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(BETWEEN, -1));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Slot> read(String[] parts) {
    if (parts.length != 5 || Stream.of(parts).anyMatch(StoneReader::isUnprintable)) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.parse(parts[0]);
    // Rows are not told apart by their plan.
    Slot last = new Slot(day, parts[2], parts[1], Plan.SANDBOX, parts[3], Outcome.of(parts[4]));
    return Period.isDay(day) ? Optional.of(last) : Optional.empty();
  }
}
