package io.facet.service.estimates;

import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.Stone;
import io.facet.service.stones.StoneReader;
import io.facet.service.stones.WrittenStone;
import io.facet.valuation.stone.Diamond;
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
@Tag(name = "Estimates", description = "A price for one stone, not stored")
public class EstimateController {

  private final StoneReader stones = new StoneReader();
  private final CurrentModel current;

  EstimateController(CurrentModel current) {
    this.current = current;
  }

  @PostMapping(
      path = "/v1/estimates",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Estimate one stone",
      description =
          "What such a stone fetches, in US dollars, and the range in which an expert's price lies."
              + " Nothing is stored. Needs the scope estimates.")
  @RequestBody(content = @Content(schema = @Schema(implementation = Stone.class)), required = true)
  @MayFail({ProblemType.INVALID_STONE, ProblemType.MISSING_SCOPE, ProblemType.NO_MODEL})
  Mono<EstimateAnswer> estimate(@Parameter(hidden = true) ServerHttpRequest request) {
    return stones.read(request).map(this::answer);
  }

  private EstimateAnswer answer(WrittenStone written) {
    Diamond stone = written.diamond();
    ServedModel model = current.orUnavailable();
    return EstimateAnswer.of(stone, model.appraiser().estimate(stone), model);
  }
}
