package io.facet.service.valuations;

import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.service.stones.StoneReader;
import io.facet.service.stones.WrittenStone;
import io.facet.valuation.stone.Diamond;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Valuations", description = "A price with its reasons")
public class ValuationController {

  private static final String CLIENT_REFERENCE = "client_reference";

  private final StoneReader stones = new StoneReader(CLIENT_REFERENCE);
  private final CurrentModel current;

  ValuationController(CurrentModel current) {
    this.current = current;
  }

  @PostMapping(
      path = "/v1/valuations",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Value one stone and say why",
      description =
          "The price, its range, and the nine steps that lead from a named reference stone to it."
              + " Valuations are not stored yet: the id can't be looked up later, and no"
              + " comparables are shown. Needs the scope valuations.")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = ValuationRequest.class)),
      required = true)
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ResponseEntity<ValuationAnswer>> value(@Parameter(hidden = true) ServerHttpRequest request) {
    return stones
        .read(request)
        .map(this::answer)
        .map(
            answer ->
                ResponseEntity.created(URI.create("/v1/valuations/" + answer.id())).body(answer));
  }

  private ValuationAnswer answer(WrittenStone written) {
    Diamond stone = written.diamond();
    ServedModel model = current.orUnavailable();
    return ValuationAnswer.of(
        "val_" + UUID.randomUUID().toString().replace("-", ""),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        written.texts().get(CLIENT_REFERENCE),
        model.appraiser().value(stone),
        model);
  }
}
