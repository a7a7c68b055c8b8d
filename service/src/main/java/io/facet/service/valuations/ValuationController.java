package io.facet.service.valuations;

import static io.facet.service.problems.ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT;
import static io.facet.service.problems.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static io.facet.service.problems.ProblemType.INVALID_STONE;
import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.NO_MODEL;
import static io.facet.service.problems.ProblemType.STORE_AWAY;

import io.facet.service.access.KeyHolder;
import io.facet.service.idempotency.IdempotencyKey;
import io.facet.service.idempotency.Idempotent;
import io.facet.service.idempotency.Once;
import io.facet.service.keys.ApiKey;
import io.facet.service.metering.Metering;
import io.facet.service.metering.Outcome;
import io.facet.service.metering.UsageMeter;
import io.facet.service.models.CurrentModel;
import io.facet.service.problems.MayFail;
import io.facet.service.shortway.DirectRoute;
import io.facet.service.stones.NamedStone;
import io.facet.service.stones.StoneReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Valuations", description = "A price with its reasons, kept under an id")
class ValuationController implements DirectRoute {

  private static final String PATH = "/v1/valuations";
  private static final String OPERATION = "POST " + PATH;

  private final StoneReader stones = NamedStone.reader();
  private final Valuations valuations;
  private final CurrentModel current;
  private final UsageMeter meter;

  ValuationController(Valuations valuations, CurrentModel current, UsageMeter meter) {
    this.valuations = valuations;
    this.current = current;
    this.meter = meter;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Mono<ResponseEntity<byte[]>> answer(ServerWebExchange exchange, KeyHolder caller) {
    return value(exchange, caller);
  }

  @PostMapping(
      path = PATH,
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Value one stone and say why",
      description =
          "The price, its range, and the nine steps that lead from a named reference stone to it."
              + " It is answered once it is safely stored, and can be read again under its id."
              + " Needs the scope valuations.")
  @Idempotent
  @RequestBody(
      content = @Content(schema = @Schema(implementation = ValuationRequest.class)),
      required = true)
  @ApiResponse(
      responseCode = "201",
      description = "Valued and stored",
      headers = {
        @Header(
            name = "Location",
            description = "Where it can be read again",
            schema = @Schema(type = "string", format = "uri-reference")),
        @Header(
            name = IdempotencyKey.REPLAYED,
            description = "true where this answer was given before",
            schema = @Schema(type = "boolean"))
      },
      content = @Content(schema = @Schema(implementation = ValuationAnswer.class)))
  @MayFail({
    INVALID_STONE,
    MISSING_SCOPE,
    IDEMPOTENCY_KEY_IN_FLIGHT,
    IDEMPOTENCY_KEY_REUSED,
    NO_MODEL,
    STORE_AWAY
  })
  Mono<ResponseEntity<byte[]>> value(
      @Parameter(hidden = true) ServerWebExchange exchange,
      @Parameter(hidden = true) KeyHolder caller) {
    ServerHttpRequest request = exchange.getRequest();
    Optional<IdempotencyKey> key = IdempotencyKey.of(request.getHeaders(), caller.key().business());
    Metering.countParts(exchange);
    return stones
        .read(request)
        .flatMap(
            written ->
                toTheEnd(
                    valuations
                        .make(NamedStone.of(written), current::orUnavailable, caller.key(), key)
                        .doOnNext(outcome -> count(outcome, caller.key()))))
        .map(ValuationController::answer);
  }

  /** Goes on where the caller hangs up: what is stored then can be read, and is billed. */
  private static <T> Mono<T> toTheEnd(Mono<T> work) {
    return Mono.fromFuture(work.toFuture(), true);
  }

  private void count(Once.Outcome<StoredValuation> outcome, ApiKey key) {
    if (!outcome.replayed()) {
      meter.count(key, OPERATION, Outcome.OK, 0, 1);
    }
  }

  private static ResponseEntity<byte[]> answer(Once.Outcome<StoredValuation> outcome) {
    return outcome
        .created(PATH)
        .contentType(MediaType.APPLICATION_JSON)
        .body(outcome.kept().answer().getBytes(StandardCharsets.UTF_8));
  }
}
