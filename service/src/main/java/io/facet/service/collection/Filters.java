package io.facet.service.collection;

import io.facet.service.lists.Query;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that {@link Sought} reads, for the API page. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
    in = ParameterIn.QUERY,
    name = "carat_min",
    description = "Only stones of at least this weight in carats",
    schema = @Schema(type = "number", minimum = "0", maximum = Query.HEAVIEST, example = "0.7"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "carat_max",
    description = "Only stones of at most this weight in carats",
    schema = @Schema(type = "number", minimum = "0", maximum = Query.HEAVIEST, example = "0.89"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "appraised",
    description = "true: only those that the expert has priced; false: only the others",
    schema = @Schema(type = "boolean"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "verdict",
    description = "Only those whose appraised price lies there from the model's range",
    schema =
        @Schema(
            type = "string",
            allowableValues = {"any", "above", "within", "below"},
            defaultValue = "any"))
@interface Filters {}
