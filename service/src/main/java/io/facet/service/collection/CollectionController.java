package io.facet.service.collection;

import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.NOT_FOUND;
import static io.facet.service.problems.ProblemType.NOT_IN_MODEL;
import static io.facet.service.problems.ProblemType.NO_MODEL;

import io.facet.service.lists.OfGrades;
import io.facet.service.lists.Query;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(
    name = "Collection",
    description =
        "The house's own stones: what the expert says and what the model says. The model has"
            + " learned from them, so it lies closer to them than to stones it has never seen")
class CollectionController {

  private static final int USUAL = 50;
  private static final int MOST = 500;

  private final Books books;

  CollectionController(Books books) {
    this.books = books;
  }

  @GetMapping(path = "/v1/collection", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "List the stones of the collection",
      description =
          "Filtered, sorted, and a page at a time. Each with the expert's price, the model's, and"
              + " the difference. Needs the scope collection.")
  @OfGrades
  @Filters
  @Parameter(
      in = ParameterIn.QUERY,
      name = "sort",
      description =
          "By what; with a minus sign the largest first. Stones without the figure come last."
              + " uncertainty is how many times its lower end the upper end of the range is: with"
              + " appraised=false and -uncertainty first comes what an expert should price first",
      schema =
          @Schema(
              type = "string",
              defaultValue = "number",
              allowableValues = {
                "number",
                "-number",
                "carat",
                "-carat",
                "appraised",
                "-appraised",
                "price",
                "-price",
                "price_per_carat",
                "-price_per_carat",
                "difference_usd",
                "-difference_usd",
                "difference_percent",
                "-difference_percent",
                "uncertainty",
                "-uncertainty"
              }))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "offset",
      description = "How many to leave out before the first",
      schema = @Schema(type = "integer", minimum = "0", maximum = "999999", defaultValue = "0"))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "limit",
      description = "How many at most",
      schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
  @MayFail({MISSING_SCOPE, NO_MODEL, NOT_IN_MODEL})
  Mono<CollectionAnswer> list(@Parameter(hidden = true) ServerHttpRequest request) {
    Query query = new Query(request.getQueryParams());
    Sought sought = Sought.of(query);
    String sort = query.choice("sort", Order.names(), "number");
    int offset = query.whole("offset", 0, 999_999, 0);
    int limit = query.whole("limit", 1, MOST, USUAL);
    query.check();
    return books
        .now()
        .map(holdings -> CollectionAnswer.of(holdings, sought, Order.of(sort), offset, limit));
  }

  @GetMapping(path = "/v1/collection/summary", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The collection in figures",
      description =
          "What the stones are worth together by the expert and by the model, and which are priced"
              + " the farthest above and below the model. Needs the scope collection.")
  @OfGrades
  @Filters
  @MayFail({MISSING_SCOPE, NO_MODEL, NOT_IN_MODEL})
  Mono<SummaryAnswer> summary(@Parameter(hidden = true) ServerHttpRequest request) {
    Query query = new Query(request.getQueryParams());
    Sought sought = Sought.of(query);
    query.check();
    return books.now().map(holdings -> SummaryAnswer.of(holdings, sought));
  }

  @GetMapping(path = "/v1/collection/distribution", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "How the collection is spread",
      description =
          "How many stones there are of each weight, price or grade, and what they are worth"
              + " together and in the middle, by the expert and by the model: for charts. Needs the"
              + " scope collection.")
  @OfGrades
  @Filters
  @Parameter(
      in = ParameterIn.QUERY,
      name = "by",
      description =
          "carat: the weight bands of the trade's lists; price: the model's prices, in ten even"
              + " steps of a logarithmic scale for each tenfold; color, clarity, cut: every grade,"
              + " the worst first",
      schema =
          @Schema(
              type = "string",
              defaultValue = "carat",
              allowableValues = {"carat", "price", "color", "clarity", "cut"}))
  @MayFail({MISSING_SCOPE, NO_MODEL, NOT_IN_MODEL})
  Mono<DistributionAnswer> distribution(@Parameter(hidden = true) ServerHttpRequest request) {
    Query query = new Query(request.getQueryParams());
    Sought sought = Sought.of(query);
    String by = query.choice("by", Bins.NAMES, "carat");
    query.check();
    return books.now().map(holdings -> DistributionAnswer.of(holdings, sought, by));
  }

  @GetMapping(path = "/v1/collection/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "One stone of the collection",
      description = "By its number in the books. Needs the scope collection.")
  @MayFail({MISSING_SCOPE, NOT_FOUND, NO_MODEL, NOT_IN_MODEL})
  Mono<Piece> one(
      @PathVariable
          @Parameter(
              description = "Its number in the books",
              schema = @Schema(type = "integer", minimum = "1", example = "17"))
          String number) {
    return books
        .now()
        .map(
            holdings ->
                holdings.pieces().stream()
                    .filter(piece -> String.valueOf(piece.number()).equals(number))
                    .findFirst()
                    .orElseThrow(CollectionController::notFound));
  }

  private static ProblemException notFound() {
    return new ProblemException(NOT_FOUND, "The collection has no stone with this number.");
  }
}
