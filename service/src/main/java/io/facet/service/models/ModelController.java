package io.facet.service.models;

import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models", description = "Which model answers, and what it is worth")
class ModelController {

  private final CurrentModel current;

  ModelController(CurrentModel current) {
    this.current = current;
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
