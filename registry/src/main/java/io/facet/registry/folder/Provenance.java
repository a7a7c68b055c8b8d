package io.facet.registry.folder;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a model comes from: the content of {@code provenance.json}.
 *
 * @param trainedAt when learning ended
 * @param family name of the model family, such as {@code boosted-trees}
 * @param seed of all that was random
 * @param parameters of the family
 * @param data what it learned from, in order
 * @param commit of Facet's source, or {@code unknown}
 * @param versions of the JDK and the libraries that matter
 * @param metrics out of fold, such as {@code mae_usd}
 */
public record Provenance(
    Instant trainedAt,
    String family,
    long seed,
    Map<String, String> parameters,
    List<Data> data,
    String commit,
    Map<String, String> versions,
    Map<String, Double> metrics) {

  public Provenance {
    parameters = ordered(parameters);
    data = List.copyOf(data);
    versions = ordered(versions);
    metrics = ordered(metrics);
  }

  /** Keeps the order, which {@code Map.copyOf} would not: the same model is the same bytes. */
  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * One file of stones.
   *
   * @param name of the file
   * @param sha256 of its bytes, in hex
   * @param rows in the file
   * @param accepted learned from
   * @param unappraised left out because nobody has priced them
   * @param setAside left out because something is wrong with them
   */
  public record Data(
      String name, String sha256, long rows, long accepted, long unappraised, long setAside) {}
}
