package io.facet.service.usage;

import static io.facet.service.problems.ProblemType.IMPOSSIBLE_REQUEST;
import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.STORE_AWAY;

import io.facet.service.access.KeyHolder;
import io.facet.service.lists.PageRequest;
import io.facet.service.lists.Paged;
import io.facet.service.metering.UsageStore;
import io.facet.service.metering.UsageStore.Wanted;
import io.facet.service.problems.MayFail;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Usage", description = "What was asked, and what of it is to be paid for")
class UsageController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final UsageStore store;
  private final BillingExport export;

  UsageController(UsageStore store) {
    this.store = store;
    this.export = new BillingExport(store);
  }

  @GetMapping(path = "/v1/usage", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What was asked, by day and operation",
      description =
          "One's own business, the newest day first; with the scope admin, all businesses. What was"
              + " asked in the last second may be missing.")
  @InPeriod
  @Paged(UsageCursor.FORM)
  @MayFail({IMPOSSIBLE_REQUEST, MISSING_SCOPE, STORE_AWAY})
  Mono<UsageAnswer> usage(
      @Parameter(hidden = true) ServerHttpRequest request,
      @Parameter(hidden = true) KeyHolder caller) {
    Wanted wanted = Period.of(request.getQueryParams(), caller, today());
    PageRequest page = PageRequest.of(request.getQueryParams(), UsageCursor::isOne);
    return store
        .find(wanted, page.cursor().flatMap(UsageCursor::read), page.limit() + 1)
        .map(found -> UsageAnswer.of(wanted, found, page.limit()));
  }

  @GetMapping(path = "/v1/usage/export", produces = "text/csv")
  @Operation(
      summary = "Export use as CSV, for bills",
      description =
          "One's own business; with the scope admin, all. billable_units are those prices that were"
              + " given on a plan that is paid for: those of the plan sandbox cost nothing, nor do"
              + " lists, errors and refusals.")
  @ApiResponse(
      responseCode = "200",
      description = "A file, with a header line",
      content = @Content(schema = @Schema(type = "string")))
  @InPeriod
  @MayFail({IMPOSSIBLE_REQUEST, MISSING_SCOPE, STORE_AWAY})
  ResponseEntity<Flux<String>> export(
      @Parameter(hidden = true) ServerHttpRequest request,
      @Parameter(hidden = true) KeyHolder caller) {
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("usage.csv").build().toString())
        .body(export.of(Period.of(request.getQueryParams(), caller, today())));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
