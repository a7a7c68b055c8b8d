package io.facet.registry.memory;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.artifacts.ArtifactPath;
import io.facet.registry.artifacts.ArtifactStore;
import io.facet.registry.models.LoggedModel;
import io.facet.registry.runs.Dataset;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunRecord;
import io.facet.registry.runs.RunTracker;
import io.facet.registry.runs.Sample;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs in memory; their files in an {@link ArtifactStore}. */
public final class InMemoryRunTracker implements RunTracker {

  private final ArtifactStore artifacts;
  private final List<InMemoryRun> runs = new ArrayList<>();

  public InMemoryRunTracker(ArtifactStore artifacts) {
    this.artifacts = artifacts;
  }

  @Override
  public synchronized Run start(String name, Map<String, String> tags, Optional<String> parent) {
    InMemoryRun run = new InMemoryRun("r-" + (runs.size() + 1), name, parent);
    run.tags(tags);
    runs.add(run);
    return run;
  }

  @Override
  public synchronized void kill(String id) {
    find(id).ifPresent(run -> run.end(Run.Outcome.KILLED));
  }

  @Override
  public synchronized List<RunRecord> latest(int most) {
    return runs.reversed().stream().limit(most).map(InMemoryRun::read).toList();
  }

  /** Data that the run with {@code id} used, in the order in which it was named. */
  public synchronized List<Dataset> datasets(String id) {
    return find(id).map(run -> List.copyOf(run.datasets)).orElse(List.of());
  }

  synchronized Map<String, Double> metrics(String id) {
    return find(id).map(run -> Map.copyOf(run.metrics)).orElse(Map.of());
  }

  /** Where the files of {@code model} lie. */
  static String folder(LoggedModel model) {
    return "models/" + model.id() + "/artifacts";
  }

  private Optional<InMemoryRun> find(String id) {
    return runs.stream().filter(run -> run.id.equals(id)).findFirst();
  }

  private final class InMemoryRun implements Run {

    private final String id;
    private final String name;
    private final Optional<String> parent;
    private final Instant startedAt = Instant.now();
    private final Map<String, String> params = new LinkedHashMap<>();
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<Dataset> datasets = new ArrayList<>();
    private String description = "";
    private String status = "RUNNING";
    private int models;

    InMemoryRun(String id, String name, Optional<String> parent) {
      this.id = id;
      this.name = name;
      this.parent = parent;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public synchronized void params(Map<String, String> params) {
      params.forEach(
          (key, value) -> {
            String before = this.params.putIfAbsent(key, value);
            if (before != null && !before.equals(value)) {
              throw new RegistryRefusedException(
                  "Parameter %s of run %s is %s already".formatted(key, id, before), null);
            }
          });
    }

    @Override
    public synchronized void metrics(Map<String, Double> metrics) {
      this.metrics.putAll(metrics);
    }

    @Override
    public synchronized void samples(List<Sample> samples) {
      samples.forEach(sample -> metrics.put(sample.metric(), sample.value()));
    }

    @Override
    public synchronized void tags(Map<String, String> tags) {
      this.tags.putAll(tags);
    }

    @Override
    public synchronized void describe(String markdown) {
      description = markdown;
    }

    @Override
    public synchronized void dataset(Dataset dataset) {
      datasets.add(dataset);
    }

    @Override
    public void artifact(String path, Path file) {
      artifacts.put("runs/" + id + "/artifacts/" + ArtifactPath.of(path), file);
    }

    @Override
    public synchronized LoggedModel model(
        String name, Path folder, Map<String, String> params, Map<String, Double> metrics) {
      models++;
      LoggedModel model = new LoggedModel("m-" + id + "-" + models, id);
      artifacts.putFolder(folder(model), folder);
      metrics(metrics);
      return model;
    }

    @Override
    public synchronized void end(Outcome outcome) {
      status = outcome.name();
    }

    private synchronized RunRecord read() {
      return new RunRecord(id, name, parent, description, status, startedAt, params, metrics, tags);
    }
  }
}
