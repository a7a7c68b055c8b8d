package io.facet.service.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.registry.folder.Provenance;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "ModelDetails",
    description =
        "A version of the model. Of one that doesn't answer here only what the registry knows is"
            + " said: neither what it learned from nor how its ranges did.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionAnswer(
    @Schema(example = "facet") String name,
    @Schema(description = "Its number in the registry", example = "7") String version,
    @Schema(description = "What kind of model it is", example = "price-list")
        @Nullable String family,
    @JsonProperty("trained_at") @Schema(description = "When it learned")
        @Nullable Instant trainedAt,
    @JsonProperty("registered_at")
        @Schema(description = "When it was registered; left out where no registry tells")
        @Nullable Instant registeredAt,
    @Schema(description = "Whether the registry wants it to be served") boolean champion,
    @Schema(description = "Whether it answers here and now") boolean served,
    @Schema(
            description = "How well it did on stones it had not learned from",
            example = "{\"mae_usd\": 290.1}")
        Map<String, Double> metrics,
    @Schema(description = "What it learned from") @Nullable List<ModelAnswer.Data> data,
    @Schema(description = "When it became the champion, by whom and why; the newest first")
        List<PromotionAnswer> promotions,
    @Nullable Calibration calibration,
    @JsonProperty("run_url")
        @Schema(
            description =
                "The page of its run in MLflow, for keys with collection or admin; left out where"
                    + " that isn't known",
            example = "http://127.0.0.1:5000/#/runs/4c1f")
        @Nullable URI runUrl,
    @Schema(description = "Why more may be known than is said here, if so")
        @Nullable String trouble) {

  /** What is known of {@code version}; empty where that is nothing. */
  static Optional<VersionAnswer> of(
      String version, ModelHistory.Known known, Optional<ServedModel> answering, RunPages pages) {
    Optional<ModelVersion> registered = known.version(version);
    Optional<ServedModel> served = answering.filter(model -> model.version().equals(version));
    if (registered.isEmpty() && served.isEmpty()) {
      return Optional.empty();
    }
    Optional<Provenance> provenance = served.map(ServedModel::provenance);
    return Optional.of(
        new VersionAnswer(
            ServedModel.NAME,
            version,
            provenance.map(Provenance::family).or(() -> tag(registered, "family")).orElse(null),
            provenance
                .map(Provenance::trainedAt)
                .or(() -> tag(registered, "trained_at").flatMap(VersionAnswer::instant))
                .orElse(null),
            registered.map(ModelVersion::createdAt).orElse(null),
            registered.filter(one -> one.aliases().contains(ModelRegistry.CHAMPION)).isPresent(),
            served.isPresent(),
            new TreeMap<>(
                provenance
                    .map(Provenance::metrics)
                    .or(() -> registered.map(ModelVersion::metrics))
                    .orElse(Map.of())),
            provenance
                .map(from -> from.data().stream().map(ModelAnswer.Data::of).toList())
                .orElse(null),
            PromotionAnswer.of(
                known.promotions().stream()
                    .filter(promotion -> promotion.version().equals(version))
                    .toList()),
            served.flatMap(ServedModel::calibration).orElse(null),
            registered.map(ModelVersion::runId).flatMap(pages::of).orElse(null),
            known.trouble()));
  }

  private static Optional<String> tag(Optional<ModelVersion> version, String name) {
    return version.map(one -> one.tags().get(name));
  }

  /** Tags can be written by anybody. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
