package io.facet.service.lists;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.store.TimedIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which part of a list is asked for.
 *
 * @param cursor the id after which it begins; empty at the list's beginning
 * @param limit how many items at most
 */
public record PageRequest(Optional<String> cursor, int limit) {

  public static final String CURSOR = "next_cursor of the page before; none for the first page";
  public static final String LIMIT = "How many at most, 1 to 100; 20 by default";

  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  /** Reads {@code cursor}, an id that begins with {@code prefix}, and {@code limit}. */
  public static PageRequest of(MultiValueMap<String, String> query, String prefix) {
    return of(query, cursor -> TimedIds.isOne(cursor, prefix));
  }

  /** The same where cursors are not such ids, but what {@code isCursor} says. */
  public static PageRequest of(MultiValueMap<String, String> query, Predicate<String> isCursor) {
    List<String> faults = new ArrayList<>(0);
    String cursor = query.getFirst("cursor");
    if (cursor != null && !isCursor.test(cursor)) {
      faults.add("cursor must be the next_cursor of an earlier page");
    }
    int limit = limit(query.getFirst("limit"));
    if (limit < 1 || limit > MOST) {
      faults.add("limit must be a whole number from 1 to " + MOST);
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, String.join("; ", faults).concat("."));
    }
    return new PageRequest(Optional.ofNullable(cursor), limit);
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }
}
