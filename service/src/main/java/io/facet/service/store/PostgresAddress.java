package io.facet.service.store;

import io.facet.service.settings.Variables;
import io.facet.service.store.StoreSettings.Place.Postgres;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address such as {@code postgresql://user:password@host:5432/database?sslmode=require}. What is
 * said of a wrong one never repeats it: it may hold a password.
 */
final class PostgresAddress {

  private static final String NAME = "FACET_DATABASE";
  private static final int USUAL_PORT = 5432;
  private static final List<String> SSL_MODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  private PostgresAddress() {}

  static Optional<Postgres> read(String text, Variables variables) {
    URI uri = uri(text);
    if (uri == null || !List.of("postgresql", "postgres").contains(uri.getScheme())) {
      return variables.refuse(
          NAME + " must be an address such as postgresql://user:password@host:5432/facet",
          Optional::empty);
    }
    String[] user = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
    String database = Optional.ofNullable(uri.getRawPath()).orElse("").replaceFirst("^/", "");
    Map<String, String> parameters = parameters(uri, variables);
    String sslMode = parameters.getOrDefault("sslmode", "prefer");
    if (uri.getHost() == null) {
      refuse(variables, "names no host");
    }
    if (user[0].isEmpty()) {
      refuse(variables, "names no user before the @");
    }
    if (database.isEmpty() || database.contains("/")) {
      refuse(variables, "names no database after the host");
    }
    if (!SSL_MODES.contains(sslMode)) {
      refuse(variables, "has an sslmode that is none of " + String.join(", ", SSL_MODES));
    }
    return Optional.of(
        new Postgres(
            String.valueOf(uri.getHost()),
            uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
            decoded(database),
            decoded(user[0]),
            user.length < 2 ? Optional.empty() : Optional.of(decoded(user[1])),
            sslMode,
            Optional.ofNullable(parameters.get("sslrootcert")).map(Path::of)));
  }

  private static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static Map<String, String> parameters(URI uri, Variables variables) {
    Map<String, String> parameters = new HashMap<>();
    if (uri.getRawQuery() != null) {
      for (String parameter : uri.getRawQuery().split("&", -1)) {
        String[] parts = parameter.split("=", 2);
        if (parts.length == 2 && List.of("sslmode", "sslrootcert").contains(parts[0])) {
          parameters.put(parts[0], decoded(parts[1]));
        } else {
          refuse(variables, "has a parameter that is neither sslmode nor sslrootcert");
        }
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    // A plus is a plus here: only forms write a space so.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static void refuse(Variables variables, String what) {
    variables.refuse(NAME + " " + what, () -> what);
  }
}
