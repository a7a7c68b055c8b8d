package io.facet.registry.models;

import java.time.Instant;
import java.util.Optional;

/**
 * A version took the champion's place.
 *
 * @param version that is champion since
 * @param former the champion before; empty where there was none
 * @param at when
 * @param by who wanted it
 * @param reason why
 */
public record Promotion(
    String version, Optional<String> former, Instant at, String by, String reason) {

  /** By whom a promotion is logged that nobody made with Facet. */
  public static final String UNKNOWN = "unknown";
}
