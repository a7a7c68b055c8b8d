package io.facet.service.appraisals;

import static io.facet.service.problems.ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT;
import static io.facet.service.problems.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static io.facet.service.problems.ProblemType.INVALID_STONE;
import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.NOT_FOUND;
import static io.facet.service.problems.ProblemType.STORE_AWAY;

import io.facet.service.access.KeyHolder;
import io.facet.service.idempotency.IdempotencyKey;
import io.facet.service.idempotency.Idempotent;
import io.facet.service.idempotency.Once;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.StoneReader;
import io.facet.service.store.TimedIds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Appraisals", description = "Experts' prices, which the next model learns from")
class AppraisalController {

  /** What every id of an appraisal begins with. */
  static final String PREFIX = "apr_";

  private final StoneReader stones =
      new StoneReader()
          .withAmount(AppraisalRequest.PRICE)
          .withText(AppraisalRequest.CLIENT_REFERENCE);
  private final TimedIds ids = new TimedIds(PREFIX, Clock.systemUTC());
  private final AppraisalStore store;
  private final Once<StoredAppraisal> once;
  private final JsonMapper json;

  AppraisalController(AppraisalStore store, JsonMapper json) {
    this.store = store;
    this.once = new Once<>(store);
    this.json = json;
  }

  @PostMapping(
      path = "/v1/appraisals",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Send an expert's price of a stone",
      description =
          "The next model learns from it, once. It is answered once it is safely stored. Needs the"
              + " scope appraisals.")
  @Idempotent
  @RequestBody(
      content = @Content(schema = @Schema(implementation = AppraisalRequest.Body.class)),
      required = true)
  @ApiResponse(
      responseCode = "201",
      description = "Stored",
      headers = {
        @Header(
            name = "Location",
            description = "Where it can be read again",
            schema = @Schema(type = "string", format = "uri-reference")),
        @Header(
            name = IdempotencyKey.REPLAYED,
            description = "true where it was there before",
            schema = @Schema(type = "boolean"))
      },
      content = @Content(schema = @Schema(implementation = AppraisalAnswer.class)))
  @MayFail({
    INVALID_STONE,
    MISSING_SCOPE,
    IDEMPOTENCY_KEY_IN_FLIGHT,
    IDEMPOTENCY_KEY_REUSED,
    STORE_AWAY
  })
  Mono<ResponseEntity<AppraisalAnswer>> send(
      @Parameter(hidden = true) ServerHttpRequest request,
      @Parameter(hidden = true) KeyHolder caller) {
    Optional<IdempotencyKey> key = IdempotencyKey.of(request.getHeaders(), caller.key().business());
    return stones
        .read(request)
        .map(AppraisalRequest::of)
        .map(json::writeValueAsString)
        .flatMap(asked -> once.make(key, () -> asked, () -> stored(asked, caller, key)))
        .map(this::created);
  }

  private StoredAppraisal stored(String asked, KeyHolder caller, Optional<IdempotencyKey> key) {
    TimedIds.TimedId id = ids.next();
    return new StoredAppraisal(
        id.text(),
        caller.key().business(),
        caller.key().id(),
        id.at(),
        key.map(IdempotencyKey::text).orElse(null),
        asked,
        null);
  }

  private ResponseEntity<AppraisalAnswer> created(Once.Outcome<StoredAppraisal> outcome) {
    return outcome.created("/v1/appraisals").body(AppraisalAnswer.of(outcome.kept(), json));
  }

  @GetMapping(path = "/v1/appraisals/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Read an appraisal again",
      description = "One's own only. Needs the scope appraisals.")
  @MayFail({MISSING_SCOPE, NOT_FOUND, STORE_AWAY})
  Mono<AppraisalAnswer> read(
      @PathVariable @Parameter(description = "Its id", example = AppraisalAnswer.EXAMPLE_ID)
          String id,
      @Parameter(hidden = true) KeyHolder caller) {
    return Mono.just(id)
        .filter(text -> TimedIds.isOne(text, PREFIX))
        .flatMap(text -> store.find(caller.key().business(), text))
        .switchIfEmpty(Mono.error(AppraisalController::notFound))
        .map(stored -> AppraisalAnswer.of(stored, json));
  }

  @DeleteMapping("/v1/appraisals/{id}")
  @Operation(
      summary = "Take an appraisal back",
      description =
          "For good. A model that has learned from it keeps what it learned until the next one is"
              + " trained. Needs the scope appraisals.")
  @ApiResponse(responseCode = "204", description = "Erased", content = @Content)
  @MayFail({MISSING_SCOPE, NOT_FOUND, STORE_AWAY})
  Mono<ResponseEntity<Void>> erase(
      @PathVariable @Parameter(description = "Its id", example = AppraisalAnswer.EXAMPLE_ID)
          String id,
      @Parameter(hidden = true) KeyHolder caller) {
    return Mono.just(id)
        .filter(text -> TimedIds.isOne(text, PREFIX))
        .filterWhen(text -> store.erase(caller.key().business(), text))
        .switchIfEmpty(Mono.error(AppraisalController::notFound))
        .map(erased -> ResponseEntity.noContent().build());
  }

  private static ProblemException notFound() {
    return new ProblemException(ProblemType.NOT_FOUND, "You have no appraisal with this id.");
  }
}
