package io.facet.service.models;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where the served model was taken from. */
public enum Source {
  /** The registry says that it is the champion. */
  REGISTRY,
  /** The last known good copy, because the registry hasn't answered since the start. */
  CACHE,
  /** A folder that the operator named. */
  FOLDER;

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
