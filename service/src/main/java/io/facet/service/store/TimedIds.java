package io.facet.service.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Ids that sort by age: 48 bits of milliseconds, 16 of a count, 64 of chance, so that nobody can
 * guess one. Those of one process rise even within a millisecond.
 */
public final class TimedIds {

  /** What follows the prefix, as a pattern. */
  public static final String DIGITS = "[0-9a-f]{32}";

  private static final int COUNT_BITS = 16;
  private static final Pattern FORM = Pattern.compile(DIGITS);

  private final String prefix;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  /**
   * @param prefix what the ids begin with, such as {@code val_}
   */
  public TimedIds(String prefix, Clock clock) {
    this.prefix = prefix;
    this.clock = clock;
  }

  /** Whether {@code text} has the form of an id that begins with {@code prefix}. */
  public static boolean isOne(String text, String prefix) {
    return text.startsWith(prefix) && FORM.matcher(text.substring(prefix.length())).matches();
  }

  /** Smaller than every id of {@code time} and later, larger than all earlier ones. */
  public static String first(String prefix, Instant time) {
    return prefix + HexFormat.of().toHexDigits(time.toEpochMilli() << COUNT_BITS);
  }

  /** An id, and the millisecond in it. */
  public record TimedId(String text, Instant at) {}

  public TimedId next() {
    long now = clock.millis() << COUNT_BITS;
    long time = last.updateAndGet(before -> Math.max(before + 1, now));
    HexFormat hex = HexFormat.of();
    return new TimedId(
        prefix + hex.toHexDigits(time) + hex.toHexDigits(random.nextLong()),
        Instant.ofEpochMilli(time >>> COUNT_BITS));
  }
}
