package io.facet.registry.profile;

import io.facet.registry.folder.ModelFolder;
import io.facet.valuation.stone.Factor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model has learned from, in counts: the content of {@code profile.json}.
 *
 * @param stones how many
 * @param factors the nine, by their labels, in their order
 * @param estimates USD, out of fold
 * @param errors log of the expert's price over the estimate, out of fold
 */
public record Profile(
    long stones, Map<String, Distribution> factors, Distribution estimates, Errors errors) {

  public static final String FILE = "profile.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  public Profile {
    factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    for (Factor factor : Factor.values()) {
      if (!factors.containsKey(factor.label())) {
        throw new IllegalArgumentException("no " + factor.label());
      }
    }
  }

  /**
   * Logs of the expert's price over the estimate.
   *
   * @param spread of them
   * @param mean of them
   * @param deviation their standard deviation
   */
  public record Errors(Distribution spread, double mean, double deviation) {}

  /** The profile in {@code folder}; empty where an earlier Facet wrote the folder. */
  public static Optional<Profile> in(ModelFolder folder) {
    return folder.sealed(FILE).map(content -> read(folder.path().resolve(FILE), content));
  }

  /** Writes it into {@code folder}. */
  public void write(Path folder) throws IOException {
    Files.write(
        folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
  }

  /** The distribution of one of the nine factors. */
  public Distribution of(Factor factor) {
    Distribution of = factors.get(factor.label());
    if (of == null) {
      throw new IllegalStateException("no " + factor.label());
    }
    return of;
  }

  private static Profile read(Path file, byte[] content) {
    try {
      return JSON.readValue(content, Profile.class);
    } catch (JacksonException e) {
      throw new UncheckedIOException(
          new IOException(file + " is not what it should be: " + e.getOriginalMessage()));
    }
  }
}
