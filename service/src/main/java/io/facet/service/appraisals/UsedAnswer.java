package io.facet.service.appraisals;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

@Schema(name = "UsedAppraisals", description = "Which version has learned from which appraisals.")
record UsedAnswer(
    @JsonProperty("model_version") @Schema(description = "As it was sent", example = "8")
        String modelVersion,
    @Schema(description = "Ids that count for this version") List<String> used,
    @Schema(description = "Appraisals that count for another version already") List<Taken> taken,
    @Schema(description = "Ids that you have no appraisal for") List<String> unknown) {

  @Schema(name = "TakenAppraisal", description = "An appraisal that another version learned from.")
  record Taken(
      @Schema(description = "Its id", example = AppraisalAnswer.EXAMPLE_ID) String id,
      @JsonProperty("used_by") @Schema(description = "That version", example = "7")
          String usedBy) {}

  /**
   * @param users the version that uses each of the appraisals that there are
   */
  static UsedAnswer of(Used asked, Map<String, String> users) {
    return new UsedAnswer(
        asked.modelVersion(),
        asked.ids().stream().filter(id -> asked.modelVersion().equals(users.get(id))).toList(),
        asked.ids().stream()
            .filter(
                id -> !users.getOrDefault(id, asked.modelVersion()).equals(asked.modelVersion()))
            .map(id -> new Taken(id, users.getOrDefault(id, "")))
            .toList(),
        asked.ids().stream().filter(id -> !users.containsKey(id)).toList());
  }
}
