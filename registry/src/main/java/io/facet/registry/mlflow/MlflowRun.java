package io.facet.registry.mlflow;

import io.facet.registry.models.LoggedModel;
import io.facet.registry.runs.Dataset;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.Sample;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlflow.api.proto.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run under way in MLflow. */
final class MlflowRun implements Run {

  static final String DESCRIPTION = "mlflow.note.content";

  private static final int LONGEST_DIGEST = 36;
  private static final int PARAMS_A_BATCH = 100;
  private static final int METRICS_A_BATCH = 1_000;

  private final Rest rest;
  private final OfficialClient client;
  private final ArtifactLocations locations;
  private final OpenRuns open;
  private final String experiment;
  private final String id;
  private final ArtifactLocation files;

  MlflowRun(
      Rest rest,
      OfficialClient client,
      ArtifactLocations locations,
      OpenRuns open,
      String experiment,
      String id,
      ArtifactLocation files) {
    this.rest = rest;
    this.client = client;
    this.locations = locations;
    this.open = open;
    this.experiment = experiment;
    this.id = id;
    this.files = files;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public void params(Map<String, String> params) {
    List<Service.Param> list =
        params.entrySet().stream()
            .map(
                entry ->
                    Service.Param.newBuilder()
                        .setKey(entry.getKey())
                        .setValue(Pairs.shortened(entry.getValue()))
                        .build())
            .toList();
    for (List<Service.Param> batch : batches(list, PARAMS_A_BATCH)) {
      log(List.of(), batch, List.of());
    }
  }

  @Override
  public void metrics(Map<String, Double> metrics) {
    Instant now = Instant.now();
    samples(
        metrics.entrySet().stream()
            .map(entry -> new Sample(entry.getKey(), entry.getValue(), now, 0))
            .toList());
  }

  @Override
  public void samples(List<Sample> samples) {
    List<Service.Metric> list =
        samples.stream()
            .map(
                sample ->
                    Service.Metric.newBuilder()
                        .setKey(sample.metric())
                        .setValue(sample.value())
                        .setTimestamp(sample.at().toEpochMilli())
                        .setStep(sample.step())
                        .build())
            .toList();
    for (List<Service.Metric> batch : batches(list, METRICS_A_BATCH)) {
      log(batch, List.of(), List.of());
    }
  }

  @Override
  public void tags(Map<String, String> tags) {
    List<Service.RunTag> list =
        tags.entrySet().stream()
            .map(
                entry ->
                    Service.RunTag.newBuilder()
                        .setKey(entry.getKey())
                        .setValue(Pairs.shortened(entry.getValue()))
                        .build())
            .toList();
    for (List<Service.RunTag> batch : batches(list, PARAMS_A_BATCH)) {
      log(List.of(), List.of(), batch);
    }
  }

  @Override
  public void describe(String markdown) {
    tags(Map.of(DESCRIPTION, markdown));
  }

  @Override
  public void dataset(Dataset dataset) {
    List<Map<String, String>> columns =
        dataset.columns().stream()
            .map(column -> Map.of("name", column.name(), "type", column.type()))
            .toList();
    Map<String, String> described =
        Map.of(
            "name", dataset.name(),
            "digest",
                dataset.digest().substring(0, Math.min(LONGEST_DIGEST, dataset.digest().length())),
            "source_type", "local",
            "source", json(Map.of("uri", dataset.source(), "sha256", dataset.digest())),
            "schema", json(Map.of("mlflow_colspec", columns)),
            "profile", json(Map.of("num_rows", dataset.rows())));
    rest.post(
        "runs/log-inputs",
        Map.of(
            "run_id",
            id,
            "datasets",
            List.of(
                Map.of(
                    "tags",
                    Pairs.of(Map.of("mlflow.data.context", "training")),
                    "dataset",
                    described))));
  }

  @Override
  public void artifact(String path, Path file) {
    files.put(path, file);
  }

  @Override
  public LoggedModel model(
      String name, Path folder, Map<String, String> params, Map<String, Double> metrics) {
    JsonNode created =
        rest.post(
            "logged-models",
            Map.of(
                "experiment_id", experiment,
                "name", name,
                "model_type", "facet",
                "source_run_id", id,
                "params", Pairs.of(params)));
    String model = Answer.text(created, "/model/info/model_id");
    locations.of(Answer.text(created, "/model/info/artifact_uri")).putFolder(folder);
    rest.patch("logged-models/" + model, Map.of("model_id", model, "status", "LOGGED_MODEL_READY"));
    rest.post(
        "runs/outputs",
        Map.of("run_id", id, "models", List.of(Map.of("model_id", model, "step", 0))));
    modelMetrics(model, metrics);
    return new LoggedModel(model, id);
  }

  @Override
  public void end(Outcome outcome) {
    Service.RunStatus status = Service.RunStatus.valueOf(outcome.name());
    open.end(
        this,
        () ->
            client.call(
                mlflow -> {
                  mlflow.setTerminated(id, status);
                  return id;
                }));
  }

  /** The metrics once more, bound to the model, which is where MLflow 3 compares models. */
  private void modelMetrics(String model, Map<String, Double> metrics) {
    long now = System.currentTimeMillis();
    List<Map<String, Object>> bound = new ArrayList<>();
    metrics.forEach(
        (name, value) -> {
          Map<String, Object> metric = new LinkedHashMap<>();
          metric.put("key", name);
          metric.put("value", value);
          metric.put("timestamp", now);
          metric.put("step", 0);
          metric.put("model_id", model);
          bound.add(metric);
        });
    rest.post("runs/log-batch", Map.of("run_id", id, "metrics", bound));
  }

  private void log(
      List<Service.Metric> metrics, List<Service.Param> params, List<Service.RunTag> tags) {
    client.call(
        mlflow -> {
          mlflow.logBatch(id, metrics, params, tags);
          return id;
        });
  }

  private static <T> List<List<T>> batches(List<T> all, int size) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      batches.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return batches;
  }

  private static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }
}
