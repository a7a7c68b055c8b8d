package io.facet.service.nearby;

import io.facet.service.models.CurrentModel;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.Stone;
import io.facet.service.stones.StoneReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Stones")
public class NearbyController {

  private final StoneReader stones = new StoneReader();
  private final CurrentModel current;

  NearbyController(CurrentModel current) {
    this.current = current;
  }

  @PostMapping(
      path = "/v1/stones/grades",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Price a stone one grade up and down",
      description =
          "The same stone one grade better and worse in color, clarity and cut, and at the magic"
              + " weights next to it (0.30, 0.40, 0.50, 0.70, 0.90, 1, 1.5, 2, 3, 4, 5 ct), with"
              + " the difference in USD and in %. Nothing is stored. Needs the scope estimates.")
  @RequestBody(content = @Content(schema = @Schema(implementation = Stone.class)), required = true)
  @MayFail({ProblemType.INVALID_STONE, ProblemType.MISSING_SCOPE, ProblemType.NO_MODEL})
  Mono<NearbyAnswer> grades(@Parameter(hidden = true) ServerHttpRequest request) {
    return stones
        .read(request)
        .map(written -> NearbyAnswer.of(written.diamond(), current.orUnavailable()));
  }
}
