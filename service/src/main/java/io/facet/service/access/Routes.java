package io.facet.service.access;

import io.facet.service.keys.Scope;
import java.util.Optional;
import java.util.Set;

/** Which scope each route of the API needs. */
final class Routes {

  /** Those that any key opens; whatever else is not listed below doesn't exist. */
  static final Set<String> FOR_ANY_KEY = Set.of("models", "usage");

  private Routes() {}

  /**
   * The scope of a route, or empty where any key will do.
   *
   * @param first the segment of the path after {@code /v1}
   * @param second the one after that
   */
  static Optional<Scope> scope(String first, String second) {
    return switch (first) {
      case "estimates", "stones", "price-list" -> ESTIMATES;
      case "valuations" -> VALUATIONS;
      case "appraisals" -> APPRAISALS;
      case "collection" -> COLLECTION;
      case "drift" -> METRICS;
      case "keys" -> ADMIN;
      case "models" -> second.equals("refresh") ? ADMIN : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static final Optional<Scope> ESTIMATES = Optional.of(Scope.ESTIMATES);
  private static final Optional<Scope> VALUATIONS = Optional.of(Scope.VALUATIONS);
  private static final Optional<Scope> APPRAISALS = Optional.of(Scope.APPRAISALS);
  private static final Optional<Scope> COLLECTION = Optional.of(Scope.COLLECTION);
  private static final Optional<Scope> METRICS = Optional.of(Scope.METRICS);
  private static final Optional<Scope> ADMIN = Optional.of(Scope.ADMIN);
}
