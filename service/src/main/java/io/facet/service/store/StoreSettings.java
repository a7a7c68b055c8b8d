package io.facet.service.store;

import io.facet.service.settings.Variables;
import java.nio.file.Path;
import java.util.Optional;

/** Where everything is stored that must outlive the service. */
public record StoreSettings(Place place) {

  /** One of two places. */
  public sealed interface Place {

    /** A file of H2 on this machine; {@code file} is without H2's own ending. */
    record H2File(Path file) implements Place {}

    /**
     * A database of a PostgreSQL server.
     *
     * @param sslMode in PostgreSQL's own words, such as {@code require}
     * @param rootCertificate of the server, where the system's are not to be trusted
     */
    record Postgres(
        String host,
        int port,
        String database,
        String user,
        Optional<String> password,
        String sslMode,
        Optional<Path> rootCertificate)
        implements Place {

      /** Leaves the password out: what is printed ends up in logs. */
      @Override
      public String toString() {
        return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
      }
    }
  }

  /** Reads {@code FACET_DATABASE}; without it, a file below {@code home}. */
  public static StoreSettings read(Variables variables, Path home) {
    Place file = new Place.H2File(home.resolve("service/store/facet").toAbsolutePath().normalize());
    return new StoreSettings(
        variables
            .text("FACET_DATABASE")
            .<Place>flatMap(text -> PostgresAddress.read(text, variables))
            .orElse(file));
  }
}
