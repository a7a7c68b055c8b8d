package io.facet.service.lists;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that {@link WantedGrades} reads, for the API page. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
    in = ParameterIn.QUERY,
    name = "cut",
    description = "Only these cut grades; may be given several times",
    array =
        @ArraySchema(
            schema =
                @Schema(
                    type = "string",
                    example = "Ideal",
                    allowableValues = {"Fair", "Good", "Very Good", "Premium", "Ideal"})))
@Parameter(
    in = ParameterIn.QUERY,
    name = "color",
    description = "Only these color grades; may be given several times",
    array =
        @ArraySchema(
            schema =
                @Schema(
                    type = "string",
                    example = "F",
                    allowableValues = {"J", "I", "H", "G", "F", "E", "D"})))
@Parameter(
    in = ParameterIn.QUERY,
    name = "clarity",
    description = "Only these clarity grades; may be given several times",
    array =
        @ArraySchema(
            schema =
                @Schema(
                    type = "string",
                    example = "VS1",
                    allowableValues = {"I1", "SI2", "SI1", "VS2", "VS1", "VVS2", "VVS1", "IF"})))
public @interface OfGrades {}
