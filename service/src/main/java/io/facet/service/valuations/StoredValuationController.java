package io.facet.service.valuations;

import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.NOT_FOUND;
import static io.facet.service.problems.ProblemType.STORE_AWAY;

import io.facet.service.access.KeyHolder;
import io.facet.service.lists.PageRequest;
import io.facet.service.lists.Paged;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.NamedStone;
import io.facet.service.stones.StoneReader;
import io.facet.service.store.TimedIds;
import io.facet.service.valuations.ValuationStore.Wanted;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Valuations")
class StoredValuationController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Valuations valuations;
  private final ValuationStore store;
  private final CsvExport export;

  StoredValuationController(Valuations valuations, ValuationStore store, CsvExport export) {
    this.valuations = valuations;
    this.store = store;
    this.export = export;
  }

  @GetMapping(path = "/v1/valuations/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Read a valuation again",
      description =
          "Word for word as it was answered, whatever the model says today. One's own only: those"
              + " of other businesses are not found. Needs the scope valuations.")
  @ApiResponse(
      responseCode = "200",
      description = "As it was answered",
      content = @Content(schema = @Schema(implementation = ValuationAnswer.class)))
  @MayFail({MISSING_SCOPE, NOT_FOUND, STORE_AWAY})
  Mono<ResponseEntity<byte[]>> read(
      @PathVariable @Parameter(description = "Its id", example = ValuationAnswer.EXAMPLE_ID)
          String id,
      @Parameter(hidden = true) KeyHolder caller) {
    return valuations.kept(caller.key().business(), id).map(valuation -> json(valuation.answer()));
  }

  @GetMapping(path = "/v1/valuations", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "List valuations, newest first",
      description =
          "One's own. Each page names the cursor of the next; the last one names none. What is"
              + " added or erased meanwhile shifts nothing. Needs the scope valuations.",
      parameters =
          @Parameter(
              in = ParameterIn.QUERY,
              name = NamedStone.CLIENT_REFERENCE,
              description = "Only those that you named so",
              schema =
                  @Schema(
                      type = "string",
                      example = "tray 4, stone 12",
                      pattern = StoneReader.PRINTABLE)))
  @Paged(Valuer.PREFIX + TimedIds.DIGITS)
  @ApiResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = ValuationPage.class)))
  @MayFail({MISSING_SCOPE, STORE_AWAY})
  Mono<ResponseEntity<byte[]>> list(
      @Parameter(hidden = true) ServerHttpRequest request,
      @Parameter(hidden = true) KeyHolder caller) {
    PageRequest page = PageRequest.of(request.getQueryParams(), Valuer.PREFIX);
    Wanted wanted =
        new Wanted(
            caller.key().business(),
            page.cursor(),
            Optional.ofNullable(request.getQueryParams().getFirst(NamedStone.CLIENT_REFERENCE))
                .map(StoredValuationController::printable));
    return store
        .newest(wanted, page.limit() + 1)
        .map(found -> json(ValuationPage.json(found, page.limit())));
  }

  @DeleteMapping("/v1/valuations/{id}")
  @Operation(
      summary = "Erase a valuation",
      description =
          "For good: the stone, the price, your name of it, and its Idempotency-Key. Needs the"
              + " scope valuations.")
  @ApiResponse(responseCode = "204", description = "Erased", content = @Content)
  @MayFail({MISSING_SCOPE, NOT_FOUND, STORE_AWAY})
  Mono<ResponseEntity<Void>> erase(
      @PathVariable @Parameter(description = "Its id", example = ValuationAnswer.EXAMPLE_ID)
          String id,
      @Parameter(hidden = true) KeyHolder caller) {
    return Mono.just(id)
        .filter(text -> TimedIds.isOne(text, Valuer.PREFIX))
        .filterWhen(text -> store.erase(caller.key().business(), text))
        .switchIfEmpty(Mono.error(Valuations::notFound))
        .map(erased -> ResponseEntity.noContent().build());
  }

  @GetMapping(path = "/v1/valuations/export", produces = "text/csv")
  @Operation(
      summary = "Export all valuations as CSV",
      description =
          "One's own, newest first, one a line: id, created_at, client_reference, the stone, price,"
              + " price_per_carat, low, high, coverage, model_version, and the codes of its"
              + " caveats. Needs the scope valuations.")
  @ApiResponse(
      responseCode = "200",
      description = "A file, with a header line",
      content = @Content(schema = @Schema(type = "string")))
  @MayFail({MISSING_SCOPE, STORE_AWAY})
  ResponseEntity<Flux<String>> export(@Parameter(hidden = true) KeyHolder caller) {
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("valuations.csv").build().toString())
        .body(export.of(caller.key().business()));
  }

  private static String printable(String reference) {
    if (StoneReader.isUnprintable(reference)) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "client_reference must not hold control characters or broken Unicode.");
    }
    return reference;
  }

  private static ResponseEntity<byte[]> json(String body) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(body.getBytes(StandardCharsets.UTF_8));
  }
}
