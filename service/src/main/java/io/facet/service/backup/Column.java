package io.facet.service.backup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of a table, whose values travel as text that either kind of database reads. */
record Column(String name, Kind kind) {

  /** What the store's tables are made of. */
  enum Kind {
    TEXT,
    NUMBER,
    DAY,
    MOMENT
  }

  static List<Column> of(ResultSetMetaData columns) throws SQLException {
    List<Column> all = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      all.add(new Column(columns.getColumnName(i), kind(columns, i)));
    }
    return all;
  }

  private static Kind kind(ResultSetMetaData columns, int i) throws SQLException {
    return switch (columns.getColumnType(i)) {
      case Types.VARCHAR, Types.LONGVARCHAR -> Kind.TEXT;
      case Types.BIGINT, Types.INTEGER -> Kind.NUMBER;
      case Types.DATE -> Kind.DAY;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Kind.MOMENT;
      default ->
          throw new SQLException(
              "column %s is of the type %s, which no backup knows"
                  .formatted(columns.getColumnName(i), columns.getColumnTypeName(i)));
    };
  }

  @Nullable String read(ResultSet row, int i) throws SQLException {
    return switch (kind) {
      case TEXT, NUMBER -> row.getString(i);
      case DAY -> text(row.getObject(i, LocalDate.class));
      case MOMENT -> {
        OffsetDateTime moment = row.getObject(i, OffsetDateTime.class);
        yield text(moment == null ? null : moment.toInstant());
      }
    };
  }

  void write(PreparedStatement row, int i, @Nullable String value) throws SQLException {
    switch (kind) {
      case TEXT -> row.setObject(i, value, Types.VARCHAR);
      case NUMBER -> row.setObject(i, value == null ? null : Long.valueOf(value), Types.BIGINT);
      case DAY -> row.setObject(i, value == null ? null : LocalDate.parse(value), Types.DATE);
      case MOMENT ->
          row.setObject(
              i,
              value == null ? null : Instant.parse(value).atOffset(ZoneOffset.UTC),
              Types.TIMESTAMP_WITH_TIMEZONE);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
