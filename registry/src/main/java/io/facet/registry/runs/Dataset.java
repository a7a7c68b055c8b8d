package io.facet.registry.runs;

import java.util.List;

/**
 * Data that a run used.
 *
 * @param name such as the file's name
 * @param digest SHA-256 of its content, in hex; adapters may show a part of it
 * @param source where it came from, such as a path or URL
 * @param columns its columns in their order
 * @param rows how many stones it holds
 */
public record Dataset(String name, String digest, String source, List<Column> columns, long rows) {

  public Dataset {
    columns = List.copyOf(columns);
  }

  /** A column and MLflow's name of its type: {@code double} or {@code string}. */
  public record Column(String name, String type) {}
}
