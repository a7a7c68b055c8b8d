package io.facet.service.lists;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that {@link PageRequest} reads, for the API page. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
    in = ParameterIn.QUERY,
    name = "cursor",
    description = PageRequest.CURSOR,
    schema = @Schema(type = "string"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "limit",
    description = PageRequest.LIMIT,
    schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
public @interface Paged {

  /** The form of a cursor, as a pattern. */
  String value();
}
