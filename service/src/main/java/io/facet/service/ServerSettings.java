package io.facet.service;

import io.facet.service.settings.Variables;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the service listens, and how it stops.
 *
 * @param address of the interface; this machine only by default
 * @param port 0 takes any free one
 * @param tls empty for plain HTTP
 * @param stop how long a stop waits for the requests that are under way
 */
record ServerSettings(InetAddress address, int port, Optional<TlsSettings> tls, Duration stop) {

  private static final String BUNDLE = "spring.ssl.bundle.pem.facet.";

  static ServerSettings read(Variables variables) {
    return new ServerSettings(
        variables.address("FACET_ADDRESS", "127.0.0.1"),
        variables.integer("FACET_PORT", 0, 65_535, 8080),
        TlsSettings.read(variables),
        Duration.ofSeconds(variables.integer("FACET_STOP_SECONDS", 0, 3600, 10)));
  }

  /** The same as Spring Boot says it. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", address.getHostAddress());
    properties.put("server.port", port);
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", stop.toSeconds() + "s");
    tls.ifPresent(
        files -> {
          properties.put("server.ssl.bundle", "facet");
          properties.put(BUNDLE + "keystore.certificate", files.certificate().toUri().toString());
          properties.put(BUNDLE + "keystore.private-key", files.key().toUri().toString());
          // Certificates of today live for weeks: whoever renews the files needs no restart.
          properties.put(BUNDLE + "reload-on-update", true);
        });
    return properties;
  }
}
