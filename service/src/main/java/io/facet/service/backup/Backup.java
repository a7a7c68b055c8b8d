package io.facet.service.backup;

import io.facet.service.store.OfflineStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a store holds, in one ZIP: a manifest, and a file of JSON lines for each table. It says
 * nothing of the kind of database, so that what was H2 can come back as PostgreSQL. Who is signed
 * in is left out: sessions don't outlive what happened.
 */
final class Backup {

  private static final Set<String> LEFT_OUT = Set.of("staff_session");
  private static final String HISTORY = "flyway_schema_history";
  private static final int ROWS_AT_ONCE = 1_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private static final ObjectReader ROW =
      JSON.readerFor(
          JSON.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, String.class));

  private Backup() {}

  /** Copies the store into {@code file}, as it is at one moment; others may go on using it. */
  static Manifest write(OfflineStore store, Path file)
      throws IOException, SQLException, UnusableBackupException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    // Only its owner may read it.
    Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".draft");
    try (Connection connection = store.connect()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      Manifest manifest;
      try (OutputStream out = Files.newOutputStream(draft);
          ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
        manifest = write(connection, zip);
      }
      connection.rollback();
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return manifest;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Manifest write(Connection connection, ZipOutputStream zip)
      throws IOException, SQLException, UnusableBackupException {
    Map<String, Long> rows = new LinkedHashMap<>();
    String version = version(connection);
    for (String table : tables(connection)) {
      zip.putNextEntry(new ZipEntry(table + ".ndjson"));
      rows.put(table, write(connection, table, zip));
      zip.closeEntry();
    }
    Manifest manifest = new Manifest(Manifest.FORMAT, version, Instant.now(), rows);
    zip.putNextEntry(new ZipEntry(Manifest.FILE));
    zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    zip.closeEntry();
    return manifest;
  }

  private static long write(Connection connection, String table, OutputStream out)
      throws SQLException {
    long count = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery("select * from " + table);
          SequenceWriter lines = JSON.writer().withRootValueSeparator("\n").writeValues(out)) {
        List<Column> columns = Column.of(rows.getMetaData());
        while (rows.next()) {
          Map<String, @Nullable String> row = new LinkedHashMap<>();
          for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i).name(), columns.get(i).read(rows, i + 1));
          }
          lines.write(row);
          count++;
        }
      }
    }
    return count;
  }

  /**
   * Fills an empty store with what {@code file} holds. It gets the tables that the file was made
   * from; a service that starts on it brings them up to date.
   */
  static Manifest restore(OfflineStore store, Path file)
      throws IOException, SQLException, UnusableBackupException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      Manifest manifest = manifest(zip);
      try (Connection connection = store.connect()) {
        if (!tables(connection).isEmpty()) {
          throw new UnusableBackupException(
              "This store isn't empty. Take a backup back into an empty one, so that nothing is"
                  + " overwritten.");
        }
      }
      store.migrate(manifest.version());
      try (Connection connection = store.connect()) {
        connection.setAutoCommit(false);
        for (Entry<String, Long> table : manifest.rows().entrySet()) {
          restore(connection, table.getKey(), table.getValue(), zip);
        }
        connection.commit();
      }
      return manifest;
    } catch (JacksonException | ZipException e) {
      throw new UnusableBackupException(file + " is no backup of Facet, or has been damaged.", e);
    }
  }

  private static Manifest manifest(ZipFile zip) throws IOException, UnusableBackupException {
    ZipEntry entry = zip.getEntry(Manifest.FILE);
    if (entry == null) {
      throw new UnusableBackupException(zip.getName() + " is no backup of Facet.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      Manifest manifest = JSON.readValue(in, Manifest.class);
      if (manifest.format() != Manifest.FORMAT) {
        throw new UnusableBackupException(
            "%s is of format %d; this service reads format %d."
                .formatted(zip.getName(), manifest.format(), Manifest.FORMAT));
      }
      return manifest;
    }
  }

  private static void restore(Connection connection, String table, long expected, ZipFile zip)
      throws IOException, SQLException, UnusableBackupException {
    ZipEntry entry = zip.getEntry(table + ".ndjson");
    if (entry == null || !tables(connection).contains(table)) {
      throw new UnusableBackupException("The table " + table + " of this backup is missing.");
    }
    List<Column> columns = columns(connection, table);
    long count = 0;
    try (Statement statement = connection.createStatement()) {
      // What a migration has put there is in the backup too.
      statement.executeUpdate("delete from " + table);
    }
    try (InputStream in = zip.getInputStream(entry);
        PreparedStatement insert = connection.prepareStatement(insert(table, columns));
        MappingIterator<Map<String, @Nullable String>> rows = ROW.readValues(in)) {
      while (rows.hasNext()) {
        Map<String, @Nullable String> row = rows.next();
        for (int i = 0; i < columns.size(); i++) {
          columns.get(i).write(insert, i + 1, row.get(columns.get(i).name()));
        }
        insert.addBatch();
        if (++count % ROWS_AT_ONCE == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    if (count != expected) {
      throw new UnusableBackupException(
          "The table %s of this backup holds %,d rows and should hold %,d: the file is damaged."
              .formatted(table, count, expected));
    }
  }

  private static List<Column> columns(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
      return Column.of(none.getMetaData());
    }
  }

  private static String insert(String table, List<Column> columns) {
    return "insert into %s (%s) values (%s)"
        .formatted(
            table,
            columns.stream().map(Column::name).collect(Collectors.joining(", ")),
            columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
  }

  /** Those that hold something of the service's, in the order of their names. */
  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(),
                connection.getSchema(),
                "%",
                new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return tables.stream()
        .filter(table -> !table.equals(HISTORY) && !LEFT_OUT.contains(table))
        .sorted()
        .toList();
  }

  private static String version(Connection connection)
      throws SQLException, UnusableBackupException {
    try (ResultSet history =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), HISTORY, null)) {
      if (!history.next()) {
        throw new UnusableBackupException("Nothing has been stored there yet.");
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet last =
            statement.executeQuery(
                "select \"version\" from \"flyway_schema_history\" where \"success\" and"
                    + " \"version\" is not null order by \"installed_rank\" desc")) {
      if (!last.next()) {
        throw new UnusableBackupException("Nothing has been stored there yet.");
      }
      return last.getString(1);
    }
  }
}
