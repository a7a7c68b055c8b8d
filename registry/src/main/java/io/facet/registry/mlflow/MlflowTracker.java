package io.facet.registry.mlflow;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunRecord;
import io.facet.registry.runs.RunTracker;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service;
import tools.jackson.databind.JsonNode;

/** Runs of the experiment {@code facet}. */
final class MlflowTracker implements RunTracker {

  private static final String EXPERIMENT = "facet";
  private static final String START_KEY = "facet.start_key";
  private static final String PARENT = "mlflow.parentRunId";

  private final Rest rest;
  private final OfficialClient client;
  private final ArtifactLocations locations;
  private final OpenRuns open;
  private final String experiment;

  MlflowTracker(Rest rest, OfficialClient client, ArtifactLocations locations, OpenRuns open) {
    this(rest, client, locations, open, EXPERIMENT);
  }

  /**
   * @param open the runs that go on, of all experiments
   */
  MlflowTracker(
      Rest rest,
      OfficialClient client,
      ArtifactLocations locations,
      OpenRuns open,
      String experiment) {
    this.rest = rest;
    this.client = client;
    this.locations = locations;
    this.open = open;
    this.experiment = experiment;
  }

  @Override
  public Run start(String name, Map<String, String> tags, Optional<String> parent) {
    String experimentId = experimentId();
    String key = UUID.randomUUID().toString();
    Map<String, String> all = new LinkedHashMap<>(tags);
    all.put(START_KEY, key);
    all.put("mlflow.user", System.getProperty("user.name", "unknown"));
    parent.ifPresent(id -> all.put(PARENT, id));
    return open.begin(() -> begun(create(experimentId, name, all, key), experimentId));
  }

  private MlflowRun begun(JsonNode run, String experimentId) {
    return new MlflowRun(
        rest,
        client,
        locations,
        open,
        experimentId,
        Answer.text(run, "/info/run_id"),
        locations.of(Answer.text(run, "/info/artifact_uri")));
  }

  @Override
  public void kill(String id) {
    client.call(
        mlflow -> {
          mlflow.setTerminated(id, Service.RunStatus.KILLED);
          return id;
        });
  }

  @Override
  public List<RunRecord> latest(int most) {
    String experimentId = experimentId();
    return client
        .call(
            mlflow ->
                mlflow.searchRuns(
                    List.of(experimentId),
                    "",
                    Service.ViewType.ACTIVE_ONLY,
                    most,
                    List.of("attributes.start_time DESC")))
        .getItems()
        .stream()
        .map(MlflowTracker::read)
        .toList();
  }

  /**
   * Creates a run once. When the answer got lost, the run may be there all the same: its key finds
   * it, and only when it doesn't is the run asked for again.
   */
  private JsonNode create(String experimentId, String name, Map<String, String> tags, String key) {
    Map<String, Object> body =
        Map.of(
            "experiment_id",
            experimentId,
            "run_name",
            name,
            "start_time",
            System.currentTimeMillis(),
            "tags",
            Pairs.of(tags));
    try {
      return rest.post("runs/create", body).path("run");
    } catch (RegistryUnavailableException lost) {
      return started(experimentId, key).orElseGet(() -> rest.post("runs/create", body).path("run"));
    }
  }

  private Optional<JsonNode> started(String experimentId, String key) {
    JsonNode runs =
        rest.post(
            "runs/search",
            Map.of(
                "experiment_ids",
                List.of(experimentId),
                "filter",
                "tags.`" + START_KEY + "` = '" + key + "'",
                "max_results",
                1));
    return runs.path("runs").valueStream().findFirst();
  }

  private String experimentId() {
    return existing().orElseGet(this::createExperiment);
  }

  private Optional<String> existing() {
    Optional<String> id =
        client
            .call(mlflow -> mlflow.getExperimentByName(experiment))
            .map(Service.Experiment::getExperimentId);
    if (id.isPresent() && id.get().isEmpty()) {
      throw rest.notMlflow();
    }
    return id;
  }

  /** With the tag that makes the UI open with training runs instead of prompts and traces. */
  private String createExperiment() {
    Map<String, String> tags = Map.of("mlflow.experimentKind", "custom_model_development");
    try {
      JsonNode created =
          rest.post("experiments/create", Map.of("name", experiment, "tags", Pairs.of(tags)));
      return Answer.text(created, "/experiment_id");
    } catch (RegistryRefusedException e) {
      // Somebody else was faster.
      return existing().orElseThrow(() -> e);
    }
  }

  private static RunRecord read(Service.Run run) {
    Map<String, String> tags =
        run.getData().getTagsList().stream()
            .collect(Collectors.toMap(Service.RunTag::getKey, Service.RunTag::getValue));
    return new RunRecord(
        run.getInfo().getRunId(),
        tags.getOrDefault("mlflow.runName", ""),
        Optional.ofNullable(tags.get(PARENT)),
        tags.getOrDefault(MlflowRun.DESCRIPTION, ""),
        run.getInfo().getStatus().name(),
        Instant.ofEpochMilli(run.getInfo().getStartTime()),
        run.getData().getParamsList().stream()
            .collect(Collectors.toMap(Service.Param::getKey, Service.Param::getValue)),
        run.getData().getMetricsList().stream()
            .collect(Collectors.toMap(Service.Metric::getKey, Service.Metric::getValue)),
        tags);
  }
}
