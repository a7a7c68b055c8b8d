package io.facet.registry.mlflow;

import io.facet.registry.artifacts.ArtifactStore;
import io.facet.registry.interruption.Interruption;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.runs.RunTracker;
import io.facet.registry.storage.Storages;
import java.net.URI;
import java.time.Duration;

/** An MLflow server. Nothing is asked of it before one of its ports is used. */
public final class Mlflow implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final Rest rest;
  private final OfficialClient client;
  private final MlflowArtifacts artifacts;
  private final ArtifactLocations locations;
  private final OpenRuns open = new OpenRuns();
  private final Interruption interruption;

  private Mlflow(URI server, Storages storages, Duration connect, Duration answer) {
    this.rest = new Rest(server, connect, answer);
    this.client = new OfficialClient(server, answer);
    this.artifacts = new MlflowArtifacts(rest);
    this.locations = new ArtifactLocations(artifacts, storages);
    this.interruption = Interruption.of(open::kill);
  }

  /**
   * The server at {@code server}, such as {@code http://127.0.0.1:5000}. Where it keeps artifacts
   * in Blob storage rather than behind its proxy, the environment has to say how to open that.
   */
  public static Mlflow at(URI server) {
    return at(server, Storages.of(System.getenv()));
  }

  /**
   * The server at {@code server}.
   *
   * @param storages opens the Blob storage where it keeps artifacts, if it does
   */
  public static Mlflow at(URI server, Storages storages) {
    return new Mlflow(server, storages, CONNECT, ANSWER);
  }

  /**
   * The server at {@code server}.
   *
   * @param connect how long a connection may take
   * @param answer how long an answer may take
   */
  public static Mlflow at(URI server, Duration connect, Duration answer) {
    return new Mlflow(server, Storages.of(System.getenv()), connect, answer);
  }

  public RunTracker tracker() {
    return new MlflowTracker(rest, client, locations, open);
  }

  /** The runs of another experiment than {@code facet}. */
  RunTracker tracker(String experiment) {
    return new MlflowTracker(rest, client, locations, open, experiment);
  }

  public ModelRegistry registry() {
    return new MlflowModels(rest, locations);
  }

  /** The artifacts behind MLflow's proxy, which keeps them where the server was told to. */
  public ArtifactStore artifacts() {
    return artifacts;
  }

  @Override
  public void close() {
    interruption.close();
    client.close();
    rest.close();
  }
}
