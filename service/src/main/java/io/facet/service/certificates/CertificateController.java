package io.facet.service.certificates;

import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.NOT_FOUND;
import static io.facet.service.problems.ProblemType.STORE_AWAY;

import io.facet.service.access.KeyHolder;
import io.facet.service.problems.MayFail;
import io.facet.service.valuations.ValuationAnswer;
import io.facet.service.valuations.Valuations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@Tag(name = "Valuations")
class CertificateController {

  private final Valuations valuations;
  private final CertificateSettings settings;

  CertificateController(Valuations valuations, CertificateSettings settings) {
    this.valuations = valuations;
    this.settings = settings;
  }

  @GetMapping(path = "/v1/valuations/{id}/certificate", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(
      summary = "Print a valuation as a certificate",
      description =
          "One A4 page to hand over with the stone: its nine facts, the price with its range and"
              + " its reasons, what was not considered, and a QR code that leads to the valuation"
              + " in the web app. The same valuation is the same file. One's own only. Needs the"
              + " scope valuations.")
  @ApiResponse(
      responseCode = "200",
      description = "The certificate",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PDF_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @MayFail({MISSING_SCOPE, NOT_FOUND, STORE_AWAY})
  Mono<ResponseEntity<byte[]>> certificate(
      @PathVariable
          @Parameter(description = "The valuation's id", example = ValuationAnswer.EXAMPLE_ID)
          String id,
      @Parameter(hidden = true) ServerHttpRequest request,
      @Parameter(hidden = true) KeyHolder caller) {
    URI address = settings.address().orElseGet(() -> asked(request));
    return valuations
        .find(caller.key().business(), id)
        .flatMap(
            valuation ->
                // Takes tens of milliseconds, for which other requests must not wait.
                Mono.fromCallable(() -> CertificatePdf.of(valuation, link(address, valuation)))
                    .subscribeOn(Schedulers.boundedElastic()))
        .map(pdf -> file(id, pdf));
  }

  /** The address under which the caller found us. */
  private static URI asked(ServerHttpRequest request) {
    return UriComponentsBuilder.newInstance()
        .scheme(request.getURI().getScheme())
        .host(request.getURI().getHost())
        .port(request.getURI().getPort())
        .build()
        .toUri();
  }

  private static URI link(URI address, ValuationAnswer valuation) {
    return UriComponentsBuilder.fromUri(address)
        .pathSegment("app", "valuations", valuation.id())
        .build(true)
        .toUri();
  }

  private static ResponseEntity<byte[]> file(String id, byte[] pdf) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename("certificate-" + id + ".pdf").build().toString())
        .body(pdf);
  }
}
