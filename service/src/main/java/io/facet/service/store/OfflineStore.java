package io.facet.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database for an operator's work on all of it, without a service. */
public final class OfflineStore implements AutoCloseable {

  private final Database database;
  private final DataSource source;

  private OfflineStore(Database database) {
    this.database = database;
    this.source = database.forMigrations();
  }

  public static OfflineStore at(StoreSettings settings) {
    return new OfflineStore(Database.at(settings.place()));
  }

  /** Blocking. Of H2's file fails while a service has it open. */
  public Connection connect() throws SQLException {
    return source.getConnection();
  }

  /** Brings its tables to {@code version}, as migrations count. */
  public void migrate(String version) {
    Migrations.run(source, version);
  }

  @Override
  public void close() {
    database.close();
  }
}
