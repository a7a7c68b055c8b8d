package io.facet.service.models;

import io.swagger.v3.oas.annotations.media.Schema;

/** The model that an answer was made by, as answers name it. */
@Schema(name = "AnsweringModel", description = "The model that made the figures.")
public record AnsweringModel(
    @Schema(example = "facet") String name,
    @Schema(description = "Its version in the registry", example = "7") String version) {

  public static AnsweringModel of(ServedModel model) {
    return new AnsweringModel(ServedModel.NAME, model.version());
  }
}
