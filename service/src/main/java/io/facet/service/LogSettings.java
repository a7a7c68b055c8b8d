package io.facet.service;

import io.facet.service.settings.Variables;
import java.util.Locale;
import java.util.Map;

/** How log lines look. */
record LogSettings(Format format) {

  enum Format {
    /** For people. */
    TEXT,
    /** For machines: one object a line, its members named by the Elastic Common Schema. */
    JSON
  }

  static LogSettings read(Variables variables) {
    String text = variables.text("FACET_LOG_FORMAT").orElse("text").toLowerCase(Locale.ROOT);
    return new LogSettings(
        switch (text) {
          case "text" -> Format.TEXT;
          case "json" -> Format.JSON;
          default ->
              variables.refuse(
                  "FACET_LOG_FORMAT is \"%s\": it must be text or json".formatted(text),
                  () -> Format.TEXT);
        });
  }

  /** The same in Spring's words. */
  Map<String, Object> properties() {
    return format == Format.JSON ? Map.of("logging.structured.format.console", "ecs") : Map.of();
  }
}
