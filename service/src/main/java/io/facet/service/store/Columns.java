package io.facet.service.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What columns hold, as Java says it, on both kinds of database. */
public final class Columns {

  private Columns() {}

  /** A column that is never null. */
  public static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }

  /** A column that is never null. */
  public static Instant instant(Readable row, String column) {
    return Objects.requireNonNull(instantOrNull(row, column));
  }

  public static @Nullable Instant instantOrNull(Readable row, String column) {
    OffsetDateTime time = row.get(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** {@code at} for a column of {@code timestamp with time zone}. */
  public static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
