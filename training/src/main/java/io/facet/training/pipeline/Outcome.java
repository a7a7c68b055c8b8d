package io.facet.training.pipeline;

import io.facet.training.gate.GateReport;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param received the files that arrived, in their order
 * @param unreadable files that hold no CSV, and lie where they arrived
 * @param learned what was learned and whether it is better; empty where there was nothing new
 * @param stones how many appraisals there are to learn from, earlier prices of a stone too
 * @param judging how many are kept to judge by
 * @param appraisalsAway why those at the API could not be read or marked, where they could not
 * @param steps how long each step took, in s
 */
public record Outcome(
    List<Received> received,
    List<String> unreadable,
    Optional<Learned> learned,
    long stones,
    long judging,
    Optional<String> appraisalsAway,
    List<Step> steps) {

  public Outcome {
    received = List.copyOf(received);
    unreadable = List.copyOf(unreadable);
    steps = List.copyOf(steps);
  }

  /** A step and its wall time. */
  public record Step(String words, double seconds) {}

  /**
   * A model that was learned.
   *
   * @param version as registered; empty where nothing was to be registered
   * @param promoted whether it is champion now, or would be
   * @param reason why, or why not
   * @param report of the gate; empty where it wasn't asked
   */
  public record Learned(
      Optional<String> version, boolean promoted, String reason, Optional<GateReport> report) {}

  /** Whether a file was refused. */
  public boolean refused() {
    return received.stream().anyMatch(file -> !file.receipt().isAccepted());
  }

  /** Whether a model was learned that may not become champion. */
  public boolean gateRefused() {
    return learned.filter(model -> !model.promoted()).isPresent();
  }
}
