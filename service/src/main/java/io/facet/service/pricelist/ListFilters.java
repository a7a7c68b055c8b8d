package io.facet.service.pricelist;

import io.facet.service.lists.Query;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that {@link Wanted} reads, for the API page. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
    in = ParameterIn.QUERY,
    name = "carat",
    description = "Only the band that holds this weight in carats",
    schema = @Schema(type = "number", minimum = "0", maximum = Query.HEAVIEST, example = "0.72"))
@interface ListFilters {}
