package io.facet.service.drift;

import io.facet.service.models.CurrentModel;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
class DriftController {

  private final LiveDrift drift;
  private final CurrentModel current;

  DriftController(LiveDrift drift, CurrentModel current) {
    this.drift = drift;
    this.current = current;
  }

  @GetMapping(path = "/v1/drift", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Whether stones are still such as the model has learned from",
      description =
          "The 4,096 stones that anybody asked of this instance last, against those that the"
              + " served model has learned from, factor by factor. Needs the scope metrics.")
  @MayFail({ProblemType.MISSING_SCOPE, ProblemType.NO_MODEL})
  DriftAnswer drift() {
    LiveDrift.Reading reading = drift.reading();
    return DriftAnswer.of(reading.model().orElseGet(current::orUnavailable), reading);
  }
}
