package io.facet.service.estimates;

import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.Stone;
import io.facet.service.stones.StoneReader;
import io.facet.service.valuations.Detail;
import io.facet.service.valuations.ReasonedPrice;
import io.facet.valuation.stone.Diamond;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Estimates", description = "A price for one stone, not stored")
class EstimateController {

  static final String PATH = "/v1/estimates";

  private final StoneReader stones = new StoneReader();
  private final Estimator estimator;

  EstimateController(Estimator estimator) {
    this.estimator = estimator;
  }

  @PostMapping(
      path = PATH,
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Estimate one stone",
      description =
          "What such a stone fetches, in US dollars, and the range in which an expert's price lies;"
              + " with detail=full also why, as a valuation says it. Nothing is stored. Needs the"
              + " scope estimates.")
  @Parameter(
      in = ParameterIn.QUERY,
      name = Detail.NAME,
      description =
          "price: price and range; full: all that a valuation says but its id, for pages that"
              + " follow a slider",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"price", "full"},
              defaultValue = "price"))
  @RequestBody(content = @Content(schema = @Schema(implementation = Stone.class)), required = true)
  @ApiResponse(
      responseCode = "200",
      description = "Estimated",
      content = @Content(schema = @Schema(anyOf = {EstimateAnswer.class, ReasonedPrice.class})))
  @MayFail({ProblemType.INVALID_STONE, ProblemType.MISSING_SCOPE, ProblemType.NO_MODEL})
  Mono<Object> estimate(@Parameter(hidden = true) ServerHttpRequest request) {
    Detail detail = Detail.of(request.getQueryParams().getFirst(Detail.NAME));
    return stones.read(request).map(written -> answer(written.diamond(), detail));
  }

  private Object answer(Diamond stone, Detail detail) {
    return switch (detail) {
      case PRICE -> estimator.price(stone);
      case FULL -> estimator.reasons(stone);
    };
  }
}
