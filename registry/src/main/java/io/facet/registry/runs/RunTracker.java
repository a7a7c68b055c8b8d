package io.facet.registry.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where runs are logged, in the experiment {@code facet}. Every call may throw a {@link
 * io.facet.registry.RegistryException}; a call that fails leaves no second run behind when it is
 * tried again.
 */
public interface RunTracker {

  /**
   * Starts a run.
   *
   * @param name what people see in the list
   * @param tags what people search for
   * @param parent id of the run that this one belongs to, if any
   */
  Run start(String name, Map<String, String> tags, Optional<String> parent);

  /** Ends a run that nobody is at work on any more, as {@link Run.Outcome#KILLED}. */
  void kill(String id);

  /** The latest runs first; their parameters, metrics and tags as they stand. */
  List<RunRecord> latest(int most);
}
