package io.facet.service.appraisals;

import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.STORE_AWAY;

import io.facet.service.access.KeyHolder;
import io.facet.service.appraisals.AppraisalStore.Wanted;
import io.facet.service.lists.PageRequest;
import io.facet.service.lists.Paged;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.Body;
import io.facet.service.store.TimedIds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What the training pipeline asks. */
@RestController
@Tag(name = "Appraisals")
class PipelineController {

  private final AppraisalStore store;
  private final JsonMapper json;

  PipelineController(AppraisalStore store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  @GetMapping(path = "/v1/appraisals", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "List appraisals, oldest first",
      description =
          "One's own. Each page names the cursor of the next; the last one names none. For training,"
              + " read those with used=false from the beginning, and mark what was learned from."
              + " Needs the scope appraisals.",
      parameters =
          @Parameter(
              in = ParameterIn.QUERY,
              name = "used",
              description =
                  "true: only those that a model has learned from; false: only the others",
              schema = @Schema(type = "boolean")))
  @Paged(AppraisalController.PREFIX + TimedIds.DIGITS)
  @MayFail({MISSING_SCOPE, STORE_AWAY})
  Mono<AppraisalAnswer.Page> list(
      @Parameter(hidden = true) ServerHttpRequest request,
      @Parameter(hidden = true) KeyHolder caller) {
    PageRequest page = PageRequest.of(request.getQueryParams(), AppraisalController.PREFIX);
    Wanted wanted =
        new Wanted(
            caller.key().business(),
            page.cursor(),
            used(request.getQueryParams().getFirst("used")));
    return store
        .oldest(wanted, page.limit() + 1)
        .map(found -> found.stream().map(stored -> AppraisalAnswer.of(stored, json)).toList())
        .map(found -> AppraisalAnswer.Page.of(found, page.limit()));
  }

  private static Optional<Boolean> used(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default ->
          throw new ProblemException(ProblemType.INVALID_REQUEST, "used must be true or false.");
    };
  }

  @PostMapping(
      path = "/v1/appraisals/used",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Mark appraisals as learned from",
      description =
          "So that each counts once. Those that another version has learned from stay with it."
              + " Sending the same again changes nothing and gets the same answer. Needs the scope"
              + " appraisals.")
  @RequestBody(content = @Content(schema = @Schema(implementation = Used.class)), required = true)
  @MayFail({MISSING_SCOPE, STORE_AWAY})
  Mono<UsedAnswer> use(
      @Parameter(hidden = true) ServerHttpRequest request,
      @Parameter(hidden = true) KeyHolder caller) {
    return Body.of(request)
        .map(body -> Used.read(body, json))
        .flatMap(
            used ->
                store
                    .use(caller.key().business(), used.ids(), used.modelVersion())
                    .map(users -> UsedAnswer.of(used, users)));
  }
}
