package io.facet.service.store;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import java.time.Duration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * A database from its opening to its first failure: after that a new one is made, since the old
 * one's connections may hang for ever.
 */
record OpenDatabase(
    ConnectionPool pool, DatabaseClient client, TransactionalOperator transactions) {

  private static final Duration IDLE = Duration.ofMinutes(10);

  static OpenDatabase of(Database database) {
    ConnectionPool pool =
        new ConnectionPool(
            ConnectionPoolConfiguration.builder(database.connections())
                .initialSize(0)
                .maxSize(database.poolSize())
                .maxIdleTime(IDLE)
                .build());
    return new OpenDatabase(
        pool,
        DatabaseClient.create(pool),
        TransactionalOperator.create(new R2dbcTransactionManager(pool)));
  }

  /** Lets the connections go, those in use once they are given back. */
  void close() {
    pool.disposeLater().subscribe(done -> {}, failure -> {});
  }
}
