package io.facet.service.docs;

import io.facet.service.limits.Allowance;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.Problem;
import io.facet.service.problems.ProblemType;
import io.facet.service.requests.RequestId;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation the problems it can answer with, and the request id to each answer. */
final class ProblemResponses implements OpenApiCustomizer, GlobalOperationCustomizer {

  /** Answers to somebody who has not shown a key yet. */
  private static final Set<String> NOBODY = Set.of("401", "408");

  /** Answers that say when to come again. */
  private static final Set<String> WAIT = Set.of("429", "503");

  private static final Set<ProblemType> ANYWHERE =
      EnumSet.of(
          ProblemType.INVALID_REQUEST,
          ProblemType.UNAUTHORIZED,
          ProblemType.RATE_LIMITED,
          ProblemType.QUOTA_SPENT,
          ProblemType.TOO_MANY_BAD_KEYS,
          ProblemType.NOT_ACCEPTABLE,
          ProblemType.INTERNAL_ERROR);
  private static final Set<ProblemType> WITH_A_BODY =
      EnumSet.of(
          ProblemType.INVALID_BODY,
          ProblemType.REQUEST_TIMEOUT,
          ProblemType.BODY_TOO_LARGE,
          ProblemType.UNSUPPORTED_MEDIA_TYPE);

  @Override
  public void customise(OpenAPI api) {
    ModelConverters.getInstance(true)
        .readAll(Problem.class)
        .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod route) {
    Set<ProblemType> problems = EnumSet.copyOf(ANYWHERE);
    if (operation.getRequestBody() != null) {
      problems.addAll(WITH_A_BODY);
    }
    problems.addAll(ofSessions(route));
    MayFail own = route.getMethodAnnotation(MayFail.class);
    if (own != null) {
      problems.addAll(List.of(own.value()));
    }
    problems.stream()
        .collect(Collectors.groupingBy(ProblemType::status))
        .forEach(
            (status, types) ->
                operation
                    .getResponses()
                    .addApiResponse(
                        String.valueOf(status),
                        problem(
                            types.stream()
                                .map(ProblemType::title)
                                .collect(Collectors.joining("; or: ")))));
    operation.getResponses().forEach(ProblemResponses::headers);
    return operation;
  }

  /** Those of requests of the web app: the API takes its session in the place of a key. */
  private static Set<ProblemType> ofSessions(HandlerMethod route) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), RequestMapping.class);
    if (mapping == null || !mapping.path()[0].startsWith("/v1/")) {
      return Set.of();
    }
    return Set.of(mapping.method()).equals(Set.of(RequestMethod.GET))
        ? EnumSet.of(ProblemType.NOT_SIGNED_IN)
        : EnumSet.of(ProblemType.NOT_SIGNED_IN, ProblemType.BAD_CSRF_TOKEN);
  }

  private static ApiResponse problem(String description) {
    return new ApiResponse()
        .description(description)
        .addHeaderObject(
            HttpHeaders.LINK,
            new Header()
                .description("The page of this kind of problem")
                .example("</problems/invalid-stone>; rel=\"help\"")
                .schema(new StringSchema()))
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
  }

  private static void headers(String status, ApiResponse response) {
    response.addHeaderObject(
        RequestId.HEADER,
        new Header()
            .description("The caller's own id where it was sane, else a new one")
            .schema(new StringSchema()));
    if (WAIT.contains(status)) {
      response.addHeaderObject(
          HttpHeaders.RETRY_AFTER,
          new Header()
              .description("After how many seconds to try again")
              .schema(new IntegerSchema()));
    }
    if (NOBODY.contains(status)) {
      // Who asks isn't known.
      return;
    }
    response.addHeaderObject(
        Allowance.LIMIT,
        new Header()
            .description(
                "What is left: r of the minute and of the day, t seconds until all is there again;"
                    + " none for keys with the scope admin")
            .example("\"minute\";r=1199;t=1, \"day\";r=99999;t=28800")
            .schema(new StringSchema()));
    response.addHeaderObject(
        Allowance.POLICY,
        new Header()
            .description("What the key's plan allows: q in w seconds")
            .example("\"minute\";q=1200;w=60, \"day\";q=100000;w=86400")
            .schema(new StringSchema()));
  }
}
