package io.facet.registry.mlflow;

import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.Promotion;
import io.facet.registry.models.PromotionLog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of promotions: a tag of the registered model for each, so that it lies where the model
 * does and MLflow's own page shows it.
 */
final class LoggedPromotions {

  private static final String PREFIX = "promotion ";
  private static final DateTimeFormatter KEY =
      DateTimeFormatter.ofPattern("'" + PREFIX + "'yyyy-MM-dd HH:mm:ss.SSS")
          .withZone(ZoneOffset.UTC);

  private final Rest rest;
  private final String model;

  LoggedPromotions(Rest rest, String model) {
    this.rest = rest;
    this.model = model;
  }

  PromotionLog read() {
    JsonNode tags =
        rest.find("registered-models/get", Map.of("name", model))
            .map(answer -> answer.at("/registered_model/tags"))
            .orElse(JsonMapper.shared().createArrayNode());
    return new PromotionLog(
        Answer.map(tags).entrySet().stream()
            .filter(tag -> tag.getKey().startsWith(PREFIX))
            .sorted(Map.Entry.comparingByKey())
            .map(tag -> promotion(tag.getValue()))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(Promotion::at))
            .toList());
  }

  /** Logs that {@code version} is champion, unless that is what the log says already. */
  void add(String version, Instant at, String by, String reason) {
    Optional<String> former = read().last().map(Promotion::version);
    if (former.filter(version::equals).isPresent()) {
      return;
    }
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("version", version);
    former.ifPresent(before -> entry.put("former", before));
    entry.put("at", at.toString());
    entry.put("by", by);
    entry.put("reason", Pairs.shortened(reason));
    rest.post(
        "registered-models/set-tag",
        Map.of(
            "name",
            model,
            "key",
            KEY.format(at),
            "value",
            JsonMapper.shared().writeValueAsString(entry)));
  }

  /**
   * Logs a champion that the log doesn't know: its promotion broke off at the end, or somebody gave
   * the alias away in MLflow.
   *
   * @param tags of that version
   */
  void catchUp(String version, Map<String, String> tags) {
    Optional<Promotion> last = read().last();
    if (last.filter(promotion -> promotion.version().equals(version)).isPresent()) {
      return;
    }
    Optional<Instant> promoted = Answer.instant(tags.get(MlflowModels.PROMOTED_AT));
    boolean brokeOff =
        promoted.filter(at -> last.filter(entry -> !at.isAfter(entry.at())).isEmpty()).isPresent();
    if (brokeOff) {
      add(
          version,
          promoted.get(),
          tags.getOrDefault(MlflowModels.PROMOTED_BY, Promotion.UNKNOWN),
          tags.getOrDefault(MlflowModels.PROMOTED_BECAUSE, ""));
    } else {
      add(
          version,
          Instant.now(),
          Promotion.UNKNOWN,
          "The alias %s was given to it in MLflow".formatted(ModelRegistry.CHAMPION));
    }
  }

  /** Empty where somebody has written something else there. */
  private static Optional<Promotion> promotion(String json) {
    try {
      JsonNode entry = JsonMapper.shared().readTree(json);
      String version = entry.path("version").asString("");
      return Answer.instant(entry.path("at").asString(""))
          .filter(at -> !version.isEmpty())
          .map(
              at ->
                  new Promotion(
                      version,
                      entry.path("former").asStringOpt(),
                      at,
                      entry.path("by").asString(Promotion.UNKNOWN),
                      entry.path("reason").asString("")));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
