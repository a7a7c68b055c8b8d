package io.facet.registry.mlflow;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.models.LoggedModel;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.models.PromotionLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The registered model {@code facet}. */
final class MlflowModels implements ModelRegistry {

  private static final String NAME = "facet";
  static final String PROMOTED_BY = "promoted_by";
  static final String PROMOTED_BECAUSE = "promoted_because";
  static final String PROMOTED_AT = "promoted_at";
  private static final String DESCRIPTION =
      """
      What a diamond is worth, and why. The version with the alias `champion` is served; the one with \
      `challenger` was learned last and missed a bar of the gate: its run says which. \
      The tags `promotion …` tell who became champion when, by whom and why.""";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final Rest rest;
  private final ArtifactLocations locations;
  private final LoggedPromotions promotions;

  MlflowModels(Rest rest, ArtifactLocations locations) {
    this.rest = rest;
    this.locations = locations;
    this.promotions = new LoggedPromotions(rest, NAME);
  }

  @Override
  public ModelVersion register(LoggedModel model, Map<String, String> tags) {
    if (!isRegistered()) {
      createRegisteredModel();
    }
    JsonNode created = create(model, tags);
    return read(created, aliases().getOrDefault(Answer.text(created, "/version"), Set.of()));
  }

  /** Creates a version once: when the answer got lost, the run that it came from finds it. */
  private JsonNode create(LoggedModel model, Map<String, String> tags) {
    Map<String, Object> body =
        Map.of(
            "name", NAME,
            "source", "models:/" + model.id(),
            "run_id", model.runId(),
            "model_id", model.id(),
            "tags", Pairs.of(tags));
    try {
      return rest.post("model-versions/create", body).path("model_version");
    } catch (RegistryUnavailableException lost) {
      return created(model)
          .orElseGet(() -> rest.post("model-versions/create", body).path("model_version"));
    }
  }

  private Optional<JsonNode> created(LoggedModel model) {
    String filter = "name='%s' and run_id='%s'".formatted(NAME, model.runId());
    return rest.get("model-versions/search", Map.of("filter", filter, "max_results", "1"))
        .path("model_versions")
        .valueStream()
        .findFirst();
  }

  @Override
  public List<ModelVersion> versions() {
    if (!isRegistered()) {
      return List.of();
    }
    Map<String, Set<String>> aliases = aliases();
    List<ModelVersion> versions = new ArrayList<>();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("filter", "name='" + NAME + "'");
    query.put("max_results", "1000");
    query.put("order_by", "version_number DESC");
    String next;
    do {
      JsonNode page = rest.get("model-versions/search", query);
      for (JsonNode version : page.path("model_versions")) {
        String number = Answer.text(version, "/version");
        versions.add(read(version, aliases.getOrDefault(number, Set.of())));
      }
      next = page.path("next_page_token").asString("");
      query.put("page_token", next);
    } while (!next.isEmpty());
    return versions;
  }

  @Override
  public Optional<ModelVersion> version(String version) {
    if (!NUMBER.matcher(version).matches()) {
      return Optional.empty();
    }
    return rest.find("model-versions/get", Map.of("name", NAME, "version", version))
        .map(answer -> answer.path("model_version"))
        .map(found -> read(found, aliases().getOrDefault(version, Set.of())));
  }

  @Override
  public Optional<ModelVersion> champion() {
    return withAlias(CHAMPION)
        .map(found -> read(found, Set.of(CHAMPION)))
        .or(() -> inProduction().map(found -> read(found, Set.of())));
  }

  @Override
  public void challenge(String version) {
    alias(CHALLENGER, version);
    tag(version, CHALLENGED_AT, Instant.now().toString());
  }

  @Override
  public void promote(String version, String by, String reason) {
    if (version(version).isEmpty()) {
      throw new RegistryRefusedException("MLflow has no version " + version, null);
    }
    Instant now = Instant.now();
    tag(version, PROMOTED_BY, by);
    tag(version, PROMOTED_BECAUSE, reason);
    tag(version, PROMOTED_AT, now.toString());
    alias(CHAMPION, version);
    produce(version);
    dropChallenger(version);
    promotions.add(version, now, by, reason);
  }

  @Override
  public PromotionLog promotions() {
    return promotions.read();
  }

  @Override
  public void settle() {
    Optional<JsonNode> champion = withAlias(CHAMPION);
    if (champion.isEmpty()) {
      return;
    }
    String version = Answer.text(champion.get(), "/version");
    if (!champion.get().path("current_stage").asString("").equals(ModelVersion.PRODUCTION)) {
      produce(version);
    }
    dropChallenger(version);
    promotions.catchUp(version, Answer.map(champion.get().path("tags")));
  }

  @Override
  public void download(String version, Path target) {
    locations.of(artifactUri(version)).fetchFolder(target);
  }

  private String artifactUri(String version) {
    JsonNode answer =
        rest.get("model-versions/get-download-uri", Map.of("name", NAME, "version", version));
    String uri = Answer.text(answer, "/artifact_uri");
    if (!uri.startsWith("models:/")) {
      return uri;
    }
    String model = uri.substring("models:/".length());
    return Answer.text(rest.get("logged-models/" + model, Map.of()), "/model/info/artifact_uri");
  }

  private Optional<JsonNode> withAlias(String alias) {
    return findOrNone("registered-models/alias", Map.of("name", NAME, "alias", alias))
        .map(answer -> answer.path("model_version"));
  }

  private Optional<JsonNode> inProduction() {
    if (!isRegistered()) {
      return Optional.empty();
    }
    return rest.post(
            "registered-models/get-latest-versions",
            Map.of("name", NAME, "stages", List.of(ModelVersion.PRODUCTION)))
        .path("model_versions")
        .valueStream()
        .findFirst();
  }

  /** MLflow answers an alias that nobody has with 400, not 404. */
  private Optional<JsonNode> findOrNone(String path, Map<String, String> query) {
    try {
      return rest.find(path, query);
    } catch (RegistryRefusedException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("INVALID_PARAMETER_VALUE") && message.contains("alias")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Also tells an MLflow without our model from something that is no MLflow. */
  private boolean isRegistered() {
    Optional<JsonNode> answer = rest.find("registered-models/get", Map.of("name", NAME));
    answer.ifPresent(found -> Answer.text(found, "/registered_model/name"));
    return answer.isPresent();
  }

  /** A champion challenges nobody. */
  private void dropChallenger(String champion) {
    if (aliases().getOrDefault(champion, Set.of()).contains(CHALLENGER)) {
      rest.delete("registered-models/alias", Map.of("name", NAME, "alias", CHALLENGER));
    }
  }

  private Map<String, Set<String>> aliases() {
    Map<String, Set<String>> aliases = new HashMap<>();
    rest.find("registered-models/get", Map.of("name", NAME))
        .map(answer -> answer.at("/registered_model/aliases"))
        .ifPresent(
            list ->
                list.forEach(
                    entry ->
                        aliases
                            .computeIfAbsent(
                                entry.path("version").asString(""), version -> new HashSet<>())
                            .add(entry.path("alias").asString(""))));
    return aliases;
  }

  private void createRegisteredModel() {
    try {
      rest.post("registered-models/create", Map.of("name", NAME, "description", DESCRIPTION));
    } catch (RegistryRefusedException e) {
      if (!String.valueOf(e.getMessage()).contains("RESOURCE_ALREADY_EXISTS")) {
        throw e;
      }
    }
  }

  private void alias(String alias, String version) {
    rest.post("registered-models/alias", Map.of("name", NAME, "alias", alias, "version", version));
  }

  private void produce(String version) {
    rest.post(
        "model-versions/transition-stage",
        Map.of(
            "name",
            NAME,
            "version",
            version,
            "stage",
            ModelVersion.PRODUCTION,
            "archive_existing_versions",
            true));
  }

  private void tag(String version, String key, String value) {
    rest.post(
        "model-versions/set-tag",
        Map.of("name", NAME, "version", version, "key", key, "value", Pairs.shortened(value)));
  }

  private ModelVersion read(JsonNode version, Set<String> aliases) {
    String run = version.path("run_id").asString("");
    return new ModelVersion(
        Answer.text(version, "/version"),
        run,
        Instant.ofEpochMilli(version.path("creation_timestamp").asLong(0)),
        aliases,
        version.path("current_stage").asString("None"),
        metrics(run),
        Answer.map(version.path("tags")));
  }

  /** Figures of the run that made a version; none when somebody has deleted it. */
  private Map<String, Double> metrics(String run) {
    return run.isEmpty()
        ? Map.of()
        : rest.find("runs/get", Map.of("run_id", run))
            .map(answer -> Answer.numbers(answer.at("/run/data/metrics")))
            .orElse(Map.of());
  }
}
