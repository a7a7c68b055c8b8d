package io.facet.notebooks;

import io.facet.registry.RegistryException;
import io.facet.registry.mlflow.Mlflow;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunTracker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of a notebook in MLflow: one for the notebook, nested in it one for each thing tried.
 * Without a server, or with one that goes away, the notebook goes on and nothing is logged.
 */
public final class Runs {

  private static final String SERVER = "FACET_MLFLOW_URI";

  private Optional<RunTracker> tracker;
  private Optional<Run> notebook = Optional.empty();

  private Runs(Optional<RunTracker> tracker) {
    this.tracker = tracker;
  }

  /** Begins the notebook's run at the server that {@code FACET_MLFLOW_URI} names, if it does. */
  public static Runs begin(String name) {
    Optional<URI> server =
        Optional.ofNullable(System.getenv(SERVER)).filter(uri -> !uri.isBlank()).map(URI::create);
    Runs runs = begin(name, server.map(Mlflow::at).map(Mlflow::tracker));
    System.out.println(
        runs.isLogging()
            ? "Runs are logged to " + server.orElseThrow()
            : server
                .map(uri -> "MLflow at " + uri + " does not answer: nothing is logged.")
                .orElse("No MLflow server was up when this kernel began: nothing is logged."));
    return runs;
  }

  static Runs begin(String name, Optional<RunTracker> tracker) {
    Runs runs = new Runs(tracker);
    runs.quietly(
        () -> runs.notebook = tracker.map(to -> to.start(name, Map.of(), Optional.empty())));
    return runs;
  }

  /** Whether there is a server that has answered so far. */
  public boolean isLogging() {
    return notebook.isPresent();
  }

  /** Logs one thing that was tried. */
  public void log(String name, Map<String, String> parameters, Map<String, Double> metrics) {
    quietly(
        () -> {
          if (tracker.isPresent() && notebook.isPresent()) {
            Optional<String> parent = notebook.map(Run::id);
            Run run = tracker.get().start(name, Map.of("family", name), parent);
            run.params(parameters);
            run.metrics(metrics);
            run.end(Run.Outcome.FINISHED);
          }
        });
  }

  /** Keeps a figure with the notebook's run. */
  public void log(Figure figure) {
    quietly(
        () -> {
          if (notebook.isPresent()) {
            Path png = Files.createTempFile(figure.name(), ".png");
            Files.write(png, figure.png());
            notebook.get().artifact("figures/" + figure.name() + ".png", png);
            Files.delete(png);
          }
        });
  }

  /** Ends the notebook's run with the figures of what it chose. */
  public void end(Map<String, Double> metrics) {
    quietly(
        () ->
            notebook.ifPresent(
                run -> {
                  run.metrics(metrics);
                  run.end(Run.Outcome.FINISHED);
                }));
  }

  private interface Logging {
    void log() throws IOException;
  }

  private void quietly(Logging logging) {
    try {
      logging.log();
    } catch (RegistryException e) {
      notebook = Optional.empty();
      tracker = Optional.empty();
      System.err.println("MLflow does not answer, so nothing more is logged: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
