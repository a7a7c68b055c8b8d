package io.facet.registry.runs;

import io.facet.registry.models.LoggedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run under way. */
public interface Run {

  /** The metric of how long the work took. */
  String SECONDS = "seconds";

  /** How a run ended. */
  enum Outcome {
    FINISHED,
    FAILED,
    KILLED
  }

  String id();

  void params(Map<String, String> params);

  void metrics(Map<String, Double> metrics);

  /** Metrics that changed while the run went on, the oldest first; the last value stands. */
  void samples(List<Sample> samples);

  void tags(Map<String, String> tags);

  /** Says what the run is about, in Markdown, where people see it before they open anything. */
  void describe(String markdown);

  /** Says which data the run learned from. */
  void dataset(Dataset dataset);

  /** Keeps {@code file} with the run, at {@code path} such as {@code plots/residuals.png}. */
  void artifact(String path, Path file);

  /**
   * Logs every file of {@code folder} as a model of this run, with {@code params} and {@code
   * metrics} shown beside it.
   */
  LoggedModel model(
      String name, Path folder, Map<String, String> params, Map<String, Double> metrics);

  void end(Outcome outcome);
}
