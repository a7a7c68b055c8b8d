package io.facet.training.pipeline;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.runs.RunTracker;
import io.facet.training.gate.GateReport;
import io.facet.training.publication.Publication;
import io.facet.valuation.Appraisal;
import java.util.List;
import java.util.Optional;

/** What becomes of a model that was learned. */
public sealed interface Decision {

  /** Finishes a promotion that broke off. */
  void settle();

  /** Where runs are logged; empty where nothing is to be left behind. */
  Optional<RunTracker> tracker();

  /**
   * Decides about {@code model}.
   *
   * @param gateSet stones that are never learned from
   * @param run in which its own is nested
   */
  Outcome.Learned decide(ModelFolder model, List<Appraisal> gateSet, Optional<String> run);

  /**
   * It is registered, and promoted if the gate lets it.
   *
   * @param runs where it is logged
   * @param models where it is registered
   * @param by who asks for it, kept with the version
   */
  record Register(RunTracker runs, ModelRegistry models, String by) implements Decision {

    @Override
    public void settle() {
      models.settle();
    }

    @Override
    public Optional<RunTracker> tracker() {
      return Optional.of(runs);
    }

    @Override
    public Outcome.Learned decide(
        ModelFolder model, List<Appraisal> gateSet, Optional<String> run) {
      Publication.Outcome outcome = new Publication(runs, models).publish(model, by, gateSet, run);
      return new Outcome.Learned(
          Optional.of(outcome.version().version()),
          outcome.promoted(),
          outcome.reason(),
          outcome.report());
    }
  }

  /** Only said, and nothing changed. */
  record Preview(RunTracker runs, ModelRegistry models) implements Decision {

    @Override
    public void settle() {}

    @Override
    public Optional<RunTracker> tracker() {
      return Optional.empty();
    }

    @Override
    public Outcome.Learned decide(
        ModelFolder model, List<Appraisal> gateSet, Optional<String> run) {
      GateReport report = new Publication(runs, models).judge(model, gateSet);
      return new Outcome.Learned(
          Optional.empty(), report.promoted(), report.verdict().reason(), Optional.of(report));
    }
  }
}
