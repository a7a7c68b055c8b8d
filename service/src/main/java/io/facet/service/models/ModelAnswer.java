package io.facet.service.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.registry.folder.Provenance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@Schema(name = "Model", description = "The model that is served now.")
record ModelAnswer(
    @Schema(example = "facet") String name,
    @Schema(description = "Its version in the registry", example = "7") String version,
    @JsonProperty("trained_at") @Schema(description = "When it learned") Instant trainedAt,
    @Schema(description = "What kind of model it is", example = "boosted-trees") String family,
    @Schema(
            description = "How well it did on stones it had not learned from",
            example = "{\"mae_usd\": 290.1}")
        Map<String, Double> metrics,
    @Schema(description = "What it learned from") List<Data> data,
    @JsonProperty("served_since") @Schema(description = "Since when it answers")
        Instant servedSince,
    @Schema(
            description =
                "registry: the registry's champion; cache: the last good copy, because the registry"
                    + " is away; folder: a folder that the operator named")
        Source source,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What keeps the service from following the registry, if anything")
        @Nullable String trouble) {

  @Schema(name = "ModelData", description = "A file of stones that the model learned from.")
  record Data(
      @Schema(example = "diamonds.csv") String name,
      @Schema(description = "SHA-256 of the file") String sha256,
      @Schema(description = "Stones in the file", example = "5000") long rows,
      @Schema(description = "Stones learned from", example = "4985") long accepted,
      @Schema(description = "Stones that no expert has priced", example = "10") long unappraised,
      @JsonProperty("set_aside")
          @Schema(description = "Stones left out because something is wrong", example = "5")
          long setAside) {

    static Data of(Provenance.Data data) {
      return new Data(
          data.name(),
          data.sha256(),
          data.rows(),
          data.accepted(),
          data.unappraised(),
          data.setAside());
    }
  }

  static ModelAnswer of(ServedModel model, @Nullable String trouble) {
    Provenance provenance = model.provenance();
    return new ModelAnswer(
        ServedModel.NAME,
        model.version(),
        provenance.trainedAt(),
        provenance.family(),
        new TreeMap<>(provenance.metrics()),
        provenance.data().stream().map(Data::of).toList(),
        model.since(),
        model.source(),
        trouble);
  }
}
