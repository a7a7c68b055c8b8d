package io.facet.service.stones;

import io.facet.valuation.stone.Diamond;
import io.swagger.v3.oas.annotations.media.Schema;

/** A stone as it travels. */
@Schema(description = "A round brilliant: its four Cs and its proportions.")
public record Stone(
    @Schema(description = "Weight in carats, above 0 and at most 100", example = "0.72")
        double carat,
    @Schema(
            description = "Cut grade, best last; case doesn't matter",
            example = "Ideal",
            allowableValues = {"Fair", "Good", "Very Good", "Premium", "Ideal"})
        String cut,
    @Schema(
            description = "Color grade, D (colorless) is best",
            example = "F",
            allowableValues = {"J", "I", "H", "G", "F", "E", "D"})
        String color,
    @Schema(
            description = "Clarity grade, IF (internally flawless) is best",
            example = "VS1",
            allowableValues = {"I1", "SI2", "SI1", "VS2", "VS1", "VVS2", "VVS1", "IF"})
        String clarity,
    @Schema(
            description =
                "Total depth in % of the mean diameter; within 10 points of what x, y and z make it",
            example = "61.5")
        double depth,
    @Schema(description = "Width of the table in % of the diameter", example = "56") double table,
    @Schema(description = "Length in mm", example = "5.75") double x,
    @Schema(description = "Width in mm", example = "5.78") double y,
    @Schema(description = "Height in mm", example = "3.55") double z) {

  public static Stone of(Diamond diamond) {
    return new Stone(
        diamond.carat(),
        diamond.cut().spelling(),
        diamond.color().spelling(),
        diamond.clarity().spelling(),
        diamond.depth(),
        diamond.table(),
        diamond.x(),
        diamond.y(),
        diamond.z());
  }
}
