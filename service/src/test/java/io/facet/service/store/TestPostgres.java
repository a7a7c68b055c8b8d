package io.facet.service.store;

import io.facet.service.store.StoreSettings.Place.Postgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, started once for all tests, with as many empty databases as they want. */
public final class TestPostgres {

  private static final AtomicInteger databases = new AtomicInteger();

  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();
  }

  private TestPostgres() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int port() {
    return Server.RUNNING.getPort();
  }

  /** The name of a new, empty database. */
  public static String database() {
    String name = "test_" + databases.incrementAndGet();
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  /** A new, empty database as FACET_DATABASE says it. */
  public static String address() {
    return address(port());
  }

  /** The same behind something that listens on {@code port}. */
  public static String address(int port) {
    return "postgresql://postgres@127.0.0.1:%d/%s".formatted(port, database());
  }

  static Postgres place(int port) {
    return new Postgres(
        "127.0.0.1", port, database(), "postgres", Optional.empty(), "disable", Optional.empty());
  }
}
