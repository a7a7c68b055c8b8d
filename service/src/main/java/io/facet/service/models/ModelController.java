package io.facet.service.models;

import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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

  ModelController(CurrentModel current, ModelSource source) {
    this.current = current;
    this.source = source;
    this.history = new ModelHistory(source);
  }

  @GetMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The versions of the model",
      description =
          "The newest first, with how well each did, which one is the champion, and which one"
              + " answers. While the registry is away: those that are known here.")
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
}
