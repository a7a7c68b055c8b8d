package io.facet.service.usage;

import io.facet.service.stones.StoneReader;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that {@link Period} reads, for the API page. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
    in = ParameterIn.QUERY,
    name = "from",
    description = Period.FROM,
    schema = @Schema(type = "string", format = "date"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "to",
    description = Period.TO,
    schema = @Schema(type = "string", format = "date"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "business",
    description = Period.BUSINESS,
    schema = @Schema(type = "string", example = "Rossi Gioielli", pattern = StoneReader.PRINTABLE))
@interface InPeriod {}
