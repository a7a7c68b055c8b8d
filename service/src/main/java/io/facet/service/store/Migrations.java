package io.facet.service.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables to what this version of the service needs. The same scripts for every kind. */
final class Migrations {

  private static final Logger log = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  /** Blocks until done; throws when the database is away or newer than this service. */
  static void run(DataSource database) {
    run(database, MigrationVersion.LATEST.getName());
  }

  /** The same up to {@code version}. */
  static void run(DataSource database, String version) {
    MigrateResult result =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(database)
            .locations("classpath:db/migration")
            .validateMigrationNaming(true)
            .target(version)
            .load()
            .migrate();
    if (result.migrationsExecuted > 0) {
      log.info("The store now has the tables of version {}", result.targetSchemaVersion);
    }
  }
}
