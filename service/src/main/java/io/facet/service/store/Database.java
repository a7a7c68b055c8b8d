package io.facet.service.store;

import io.r2dbc.spi.ConnectionFactory;
import javax.sql.DataSource;
import reactor.core.scheduler.Scheduler;

/** One kind of database: how to reach it for migrations, and how for everything else. */
interface Database {

  static Database at(StoreSettings.Place place) {
    return switch (place) {
      case StoreSettings.Place.H2File file -> new H2Database(file.file());
      case StoreSettings.Place.Postgres postgres -> new PostgresDatabase(postgres);
    };
  }

  /** Blocking, for migrations only. */
  DataSource forMigrations();

  ConnectionFactory connections();

  /** How many connections are of use at once. */
  int poolSize();

  /** Where work with a connection may run. */
  Scheduler scheduler();

  /** Called when nobody uses it any more. */
  void close();
}
