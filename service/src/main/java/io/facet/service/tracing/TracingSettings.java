package io.facet.service.tracing;

import io.facet.service.settings.Variables;
import java.net.URI;
import java.util.Optional;

/**
 * Where traces go.
 *
 * @param collector empty for nowhere: then there are none
 */
public record TracingSettings(Optional<Collector> collector) {

  /**
   * What takes traces.
   *
   * @param endpoint speaks OTLP over HTTP, such as {@code http://127.0.0.1:4318}
   * @param percent of the requests, but for those whose caller has already decided
   */
  public record Collector(URI endpoint, int percent) {}

  public static TracingSettings read(Variables variables) {
    int percent = variables.integer("FACET_TRACE_PERCENT", 0, 100, 100);
    return new TracingSettings(
        variables.http("FACET_OTLP_ENDPOINT").map(endpoint -> new Collector(endpoint, percent)));
  }
}
