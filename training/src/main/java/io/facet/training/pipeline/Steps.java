package io.facet.training.pipeline;

import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunRecord;
import io.facet.registry.runs.RunTracker;
import io.facet.training.drift.DriftLog;
import io.facet.training.drift.DriftReport;
import io.facet.training.usage.Gauge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The steps of a run: timed, told to whoever watches, and in MLflow nested in the run of the whole.
 * A run that finds nothing to do begins no step and leaves none there.
 */
final class Steps implements AutoCloseable {

  private static final double NANOS = 1e9;
  private static final String WHOLE = "pipeline";

  private static final String PLACE = "training_set";
  private static final int RECENT = 200;

  private final Optional<RunTracker> tracker;
  private final String place;
  private final Watcher watcher;
  private final List<Outcome.Step> done = new ArrayList<>();
  private Optional<Run> whole = Optional.empty();
  private Optional<Run> current = Optional.empty();
  private Optional<Gauge> gauge = Optional.empty();
  private String words = "";
  private Instant since = Instant.EPOCH;
  private long began;

  /**
   * @param tracker empty where nothing is to be logged
   * @param place where the training set is, whose lease is held
   */
  Steps(Optional<RunTracker> tracker, String place, Watcher watcher) {
    this.tracker = tracker;
    this.place = place;
    this.watcher = watcher;
  }

  /** Ends the step before and begins the next one. */
  void begin(String step) {
    end(Run.Outcome.FINISHED);
    words = step;
    began = System.nanoTime();
    since = Instant.now();
    watcher.step(step);
    if (gauge.isEmpty()) {
      gauge = Optional.of(Gauge.start());
      tracker.ifPresent(this::endKilled);
      whole = tracker.map(to -> to.start(WHOLE, Map.of(PLACE, place), Optional.empty()));
    }
    current = tracker.map(to -> to.start(step, Map.of("step", step), run()));
  }

  /** Who holds the lease knows that nobody else is at work: whatever seems to go on was killed. */
  private void endKilled(RunTracker to) {
    Set<String> killed = new LinkedHashSet<>();
    for (RunRecord run : to.latest(RECENT).reversed()) {
      boolean ours = run.name().equals(WHOLE) && place.equals(run.tags().get(PLACE));
      if (run.status().equals("RUNNING")
          && (ours || run.parent().filter(killed::contains).isPresent())) {
        killed.add(run.id());
      }
    }
    killed.forEach(to::kill);
  }

  /** The run of the whole, for what logs a run of its own. */
  Optional<String> run() {
    return whole.map(Run::id);
  }

  /** The run of the step that goes on. */
  Optional<Run> current() {
    return current;
  }

  /** Logs how a file differs from what the champion has learned, within the step that goes on. */
  void log(DriftReport drift) {
    tracker.ifPresent(to -> DriftLog.log(to, drift, Map.of(), current.map(Run::id)));
  }

  Watcher watcher() {
    return watcher;
  }

  /** Ends the run with what came of it, which is made of all its steps. */
  Outcome finish(Function<List<Outcome.Step>, Outcome> outcome) {
    end(Run.Outcome.FINISHED);
    if (gauge.isEmpty()) {
      // The one before may have been killed when it had done all.
      tracker.ifPresent(this::endKilled);
    }
    Outcome all = outcome.apply(List.copyOf(done));
    whole.ifPresent(
        run -> {
          OutcomeLog.log(run, all);
          gauge.ifPresent(seen -> run.samples(seen.all()));
          run.end(Run.Outcome.FINISHED);
        });
    whole = Optional.empty();
    return all;
  }

  private void end(Run.Outcome outcome) {
    if (words.isEmpty()) {
      return;
    }
    double seconds = (System.nanoTime() - began) / NANOS;
    done.add(new Outcome.Step(words, seconds));
    words = "";
    current.ifPresent(
        run -> {
          run.metrics(Map.of(Run.SECONDS, seconds));
          gauge.ifPresent(seen -> run.samples(seen.since(since)));
          run.end(outcome);
        });
    current = Optional.empty();
  }

  /** Where {@link #finish} was never reached, the run has failed. */
  @Override
  public void close() {
    gauge.ifPresent(Gauge::close);
    if (whole.isPresent()) {
      end(Run.Outcome.FAILED);
      whole.get().end(Run.Outcome.FAILED);
    }
  }
}
