package io.facet.service.pricelist;

import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.NOT_FOUND;
import static io.facet.service.problems.ProblemType.NOT_IN_MODEL;
import static io.facet.service.problems.ProblemType.NO_MODEL;
import static io.facet.service.problems.ProblemType.REGISTRY_AWAY;

import io.facet.registry.models.ModelVersion;
import io.facet.service.lists.OfGrades;
import io.facet.service.models.AnsweringModel;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.ModelHistory;
import io.facet.service.models.ServedModel;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Price list")
class ChangesController {

  private static final String SINCE = "since";

  private final CurrentModel current;
  private final ModelHistory history;
  private final EarlierLists earlier;

  ChangesController(CurrentModel current, ModelHistory history, EarlierLists earlier) {
    this.current = current;
    this.history = history;
    this.earlier = earlier;
  }

  @GetMapping(path = "/v1/price-list/changes", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What has changed on the price list",
      description =
          "Prices per carat that have moved since the version that was the champion before, or"
              + " since the one that you name; in USD and in %. The first time somebody asks for a"
              + " version it is fetched from the registry, which takes seconds. Needs the scope"
              + " estimates.")
  @Parameter(
      in = ParameterIn.QUERY,
      name = SINCE,
      description = "An earlier version of the model; the champion before this one by default",
      schema = @Schema(type = "string", example = "6"))
  @ListFilters
  @OfGrades
  @MayFail({MISSING_SCOPE, NOT_FOUND, NO_MODEL, NOT_IN_MODEL, REGISTRY_AWAY})
  Mono<ChangesAnswer> changes(@Parameter(hidden = true) ServerHttpRequest request) {
    MultiValueMap<String, String> query = request.getQueryParams();
    Wanted wanted = Wanted.of(query);
    Optional<String> since = Optional.ofNullable(query.getFirst(SINCE));
    ServedModel model = current.orUnavailable();
    List<PriceListAnswer.Entry> now =
        PriceListTable.read(PriceListController.files(model).csv()).stream()
            .filter(wanted::includes)
            .toList();
    return history
        .known()
        .map(known -> earlier(known, model, since))
        .flatMap(
            version ->
                earlier
                    .of(version)
                    .switchIfEmpty(Mono.error(() -> without(version)))
                    .map(
                        list ->
                            ChangesAnswer.of(
                                AnsweringModel.of(model),
                                now,
                                version.version(),
                                list.stream().filter(wanted::includes).toList())));
  }

  private static ModelVersion earlier(
      ModelHistory.Known known, ServedModel model, Optional<String> since) {
    return since
        .or(() -> known.before(model.version()))
        .flatMap(known::version)
        .orElseThrow(
            () ->
                known.upToDate()
                    ? new ProblemException(NOT_FOUND, absent(since))
                    : ProblemException.registryAway());
  }

  private static String absent(Optional<String> since) {
    return since.isPresent()
        ? "The model has no such version."
        : "There was no champion before this one, so there is no list to compare with.";
  }

  private static ProblemException without(ModelVersion version) {
    return new ProblemException(
        NOT_FOUND,
        "Version %s brings no price list that can be read.".formatted(version.version()));
  }
}
