package io.facet.service.store;

import io.facet.service.store.StoreSettings.Place.Postgres;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.spi.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A PostgreSQL server. */
final class PostgresDatabase implements Database {

  private static final int CONNECTIONS = 10;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final int LONGEST_MIGRATION_STEP_SECONDS = 600;
  private static final String APPLICATION = "facet";

  private final Postgres place;

  PostgresDatabase(Postgres place) {
    this.place = place;
  }

  @Override
  public DataSource forMigrations() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {place.host()});
    source.setPortNumbers(new int[] {place.port()});
    source.setDatabaseName(place.database());
    source.setUser(place.user());
    place.password().ifPresent(source::setPassword);
    source.setSslMode(place.sslMode());
    place.rootCertificate().map(Path::toString).ifPresent(source::setSslRootCert);
    source.setApplicationName(APPLICATION);
    source.setConnectTimeout((int) CONNECT.toSeconds());
    source.setLoginTimeout((int) CONNECT.toSeconds());
    source.setSocketTimeout(LONGEST_MIGRATION_STEP_SECONDS);
    return source;
  }

  @Override
  public ConnectionFactory connections() {
    PostgresqlConnectionConfiguration.Builder configuration =
        PostgresqlConnectionConfiguration.builder()
            .host(place.host())
            .port(place.port())
            .database(place.database())
            .username(place.user())
            .sslMode(SSLMode.fromValue(place.sslMode()))
            .applicationName(APPLICATION)
            .connectTimeout(CONNECT)
            .tcpKeepAlive(true);
    place.password().ifPresent(configuration::password);
    place.rootCertificate().map(Path::toString).ifPresent(configuration::sslRootCert);
    return new PostgresqlConnectionFactory(configuration.build());
  }

  @Override
  public int poolSize() {
    return CONNECTIONS;
  }

  @Override
  public Scheduler scheduler() {
    return Schedulers.immediate();
  }

  @Override
  public void close() {}
}
