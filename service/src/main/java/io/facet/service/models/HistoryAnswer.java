package io.facet.service.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Schema(name = "ModelHistory", description = "The versions of the model.")
record HistoryAnswer(
    @Schema(description = "The newest first") List<Version> data,
    @Schema(description = "Who became champion when, by whom and why; the newest first")
        List<PromotionAnswer> promotions,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Why newer versions may be missing here, if they may")
        @Nullable String trouble) {

  @Schema(name = "ModelVersion", description = "A version of the model.")
  record Version(
      @Schema(description = "Its number in the registry", example = "7") String version,
      @JsonProperty("registered_at") @Schema(description = "When it was registered")
          Instant registeredAt,
      @Schema(description = "Whether the registry wants it to be served") boolean champion,
      @Schema(description = "Whether it answers here and now") boolean served,
      @Schema(
              description = "How well it did on stones it had not learned from",
              example = "{\"mae_usd\": 290.1}")
          Map<String, Double> metrics) {

    private static Version of(ModelVersion version, String served) {
      return new Version(
          version.version(),
          version.createdAt(),
          version.aliases().contains(ModelRegistry.CHAMPION),
          version.version().equals(served),
          new TreeMap<>(version.metrics()));
    }

    /** A model that no registry tells of. */
    private static Version of(ServedModel model) {
      return new Version(
          model.version(),
          model.provenance().trainedAt(),
          false,
          true,
          new TreeMap<>(model.provenance().metrics()));
    }
  }

  static HistoryAnswer of(ModelHistory.Known known, Optional<ServedModel> served) {
    String answering = served.map(ServedModel::version).orElse("");
    List<Version> registered =
        known.versions().stream().map(version -> Version.of(version, answering)).toList();
    Stream<Version> unregistered =
        registered.stream().anyMatch(Version::served)
            ? Stream.empty()
            : served.stream().map(Version::of);
    return new HistoryAnswer(
        Stream.concat(unregistered, registered.stream()).toList(),
        PromotionAnswer.of(known.promotions()),
        known.trouble());
  }
}
