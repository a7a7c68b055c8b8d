package io.facet.service.idempotency;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * The name that a caller gives a request, so that sending it again is harmless. Each business has
 * names of its own.
 */
public record IdempotencyKey(String business, String text) {

  public static final String HEADER = "Idempotency-Key";

  /** Says in an answer that it was given before. */
  public static final String REPLAYED = "Idempotent-Replayed";

  public static final String DESCRIPTION =
      "Any name of your own for this request, 1 to 255 printable ASCII characters, such as a UUID."
          + " Sent again with the same name and body it gets the same answer, and nothing is done"
          + " twice; with another body it is refused. A name is remembered as long as what was"
          + " made under it.";

  /** The same for programs; spaces around it are no part of a header. */
  public static final String PATTERN = "^[!-~]([ -~]*[!-~])?$";

  /** How long the name of a request may be whose lines are named after it. */
  public static final int LONGEST_OF_MANY = 240;

  private static final Pattern FORM = Pattern.compile("[\\x20-\\x7e]{1,255}");

  /** The name in {@code headers}, if there is one. */
  public static Optional<IdempotencyKey> of(HttpHeaders headers, String business) {
    List<String> values = headers.getOrEmpty(HEADER);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String text = values.getFirst().strip();
    if (values.size() > 1 || !FORM.matcher(text).matches()) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "Idempotency-Key must be given once, with 1 to 255 printable ASCII characters.");
    }
    return Optional.of(new IdempotencyKey(business, text));
  }

  /** The same, which must leave room for the numbers of lines. */
  public static Optional<IdempotencyKey> ofMany(HttpHeaders headers, String business) {
    Optional<IdempotencyKey> key = of(headers, business);
    if (key.filter(name -> name.text().length() > LONGEST_OF_MANY).isPresent()) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "Idempotency-Key must have at most %d characters here.".formatted(LONGEST_OF_MANY));
    }
    return key;
  }

  /** The name of one line of this request. */
  public IdempotencyKey line(long number) {
    return new IdempotencyKey(business, text + "/" + number);
  }
}
