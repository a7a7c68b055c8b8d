package io.facet.service.idempotency;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The header that {@link IdempotencyKey} reads, for the API page. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
    in = ParameterIn.HEADER,
    name = IdempotencyKey.HEADER,
    description = IdempotencyKey.DESCRIPTION,
    schema =
        @Schema(type = "string", minLength = 1, maxLength = 255, pattern = IdempotencyKey.PATTERN))
public @interface Idempotent {}
