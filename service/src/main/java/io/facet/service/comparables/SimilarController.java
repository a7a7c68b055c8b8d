package io.facet.service.comparables;

import static io.facet.service.problems.ProblemType.IMPOSSIBLE_REQUEST;
import static io.facet.service.problems.ProblemType.INVALID_STONE;
import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.NOT_IN_MODEL;
import static io.facet.service.problems.ProblemType.NO_MODEL;

import io.facet.service.models.AnsweringModel;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemException;
import io.facet.service.stones.StoneReader;
import io.facet.valuation.comparables.ComparableStone;
import io.facet.valuation.comparables.Comparables;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Stones", description = "What lies around a stone: in the collection, on the scales")
public class SimilarController {

  private final StoneReader stones = SimilarRequest.reader();
  private final CurrentModel current;

  SimilarController(CurrentModel current) {
    this.current = current;
  }

  @PostMapping(
      path = "/v1/stones/similar",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Find real stones like this one",
      description =
          "Stones of the collection that an expert has priced, the closest first, each adjusted to"
              + " this stone one attribute at a time, as appraisers do. A stone that is itself in"
              + " the collection finds itself first. Nothing is stored. Needs the scope estimates.")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = SimilarRequest.Body.class)),
      required = true)
  @MayFail({INVALID_STONE, IMPOSSIBLE_REQUEST, MISSING_SCOPE, NO_MODEL, NOT_IN_MODEL})
  Mono<SimilarAnswer> similar(@Parameter(hidden = true) ServerHttpRequest request) {
    return stones.read(request).map(written -> answer(SimilarRequest.of(written)));
  }

  private SimilarAnswer answer(SimilarRequest asked) {
    ServedModel model = current.orUnavailable();
    Comparables collection =
        model
            .comparables()
            .orElseThrow(
                () -> new ProblemException(NOT_IN_MODEL, "It brings no stones to compare with."));
    List<ComparableStone> found =
        asked.strict()
            ? collection.strict(asked.stone(), asked.limit())
            : collection.nearest(asked.stone(), asked.limit());
    return new SimilarAnswer(
        found.stream().map(ComparableAnswer::of).toList(),
        collection.stones().size(),
        AnsweringModel.of(model));
  }
}
