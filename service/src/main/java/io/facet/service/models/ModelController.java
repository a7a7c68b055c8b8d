package io.facet.service.models;

import io.facet.service.access.KeyHolder;
import io.facet.service.keys.Scope;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Models", description = "Which model answers, and what it is worth")
class ModelController {

  // Long enough for a download, short enough for whoever waits.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CurrentModel current;
  private final ModelSource source;
  private final ModelHistory history;
  private final RunPages pages;

  ModelController(CurrentModel current, ModelSource source, ModelHistory history, RunPages pages) {
    this.current = current;
    this.source = source;
    this.history = history;
    this.pages = pages;
  }

  @GetMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The versions of the model",
      description =
          "The newest first, with how well each did, which one is the champion, and which one"
              + " answers; and how the champions followed each other. While the registry is away:"
              + " what is known here.")
  Mono<HistoryAnswer> history() {
    return history.known().map(known -> HistoryAnswer.of(known, current.served()));
  }

  @PostMapping(path = "/v1/models/refresh", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Look for a new model now",
      description =
          "Instead of with the next regular look, for webhooks and the impatient. Answers with the"
              + " model that is served then; trouble says what stood in the way. Needs the scope"
              + " admin.")
  @ApiResponse(
      responseCode = "200",
      description = "Looked, and served what was there",
      content = @Content(schema = @Schema(implementation = ModelAnswer.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Still looking, because a new model takes long to fetch; the old one answers",
      content = @Content(schema = @Schema(implementation = ModelAnswer.class)))
  @MayFail({ProblemType.MISSING_SCOPE, ProblemType.NO_MODEL})
  Mono<ResponseEntity<ModelAnswer>> refresh() {
    return Mono.fromFuture(source.lookNow(), true)
        .thenReturn(HttpStatus.OK)
        .timeout(PATIENCE, Mono.just(HttpStatus.ACCEPTED))
        .map(status -> ResponseEntity.status(status).body(current()));
  }

  @GetMapping(path = "/v1/models/current", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The model that is served",
      description = "Version, what it learned from, how well it did, since when it answers.")
  @MayFail(ProblemType.NO_MODEL)
  ModelAnswer current() {
    return ModelAnswer.of(current.orUnavailable(), current.trouble().orElse(null));
  }

  @GetMapping(path = "/v1/models/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "One version of the model",
      description =
          "How well it did, when it became the champion, by whom and why, and where its run lies in"
              + " MLflow; of the one that answers also what it learned from, and how often its"
              + " ranges held.")
  @MayFail({ProblemType.NOT_FOUND, ProblemType.REGISTRY_AWAY})
  Mono<VersionAnswer> version(
      @PathVariable @Parameter(description = "Its number in the registry", example = "7")
          String version,
      @Parameter(hidden = true) KeyHolder caller) {
    // Where MLflow lies within the house concerns nobody else.
    boolean ours = caller.key().opens(Scope.COLLECTION) || caller.key().opens(Scope.ADMIN);
    RunPages shown = ours ? pages : RunPages.NONE;
    return history
        .known()
        .map(
            known ->
                VersionAnswer.of(version, known, current.served(), shown)
                    .orElseThrow(() -> unknown(known)));
  }

  private static ProblemException unknown(ModelHistory.Known known) {
    return known.upToDate()
        ? new ProblemException(ProblemType.NOT_FOUND, "The model has no such version.")
        : ProblemException.registryAway();
  }
}
