package io.facet.service.pricelist;

import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.NOT_IN_MODEL;
import static io.facet.service.problems.ProblemType.NO_MODEL;

import io.facet.service.lists.OfGrades;
import io.facet.service.models.AnsweringModel;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.PriceListFiles;
import io.facet.service.models.ServedModel;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemException;
import io.facet.service.requests.Forms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Price list", description = "What the model asks per carat, as the trade prints it")
class PriceListController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final List<MediaType> FORMS =
      List.of(MediaType.APPLICATION_JSON, CSV, MediaType.APPLICATION_PDF);

  private final CurrentModel current;
  private final JsonMapper json;

  PriceListController(CurrentModel current, JsonMapper json) {
    this.current = current;
    this.json = json;
  }

  @GetMapping(
      path = "/v1/price-list",
      produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", MediaType.APPLICATION_PDF_VALUE})
  @Operation(
      summary = "The model's price list",
      description =
          "Prices per carat by the trade's weight bands, cut, color and clarity, each of the band's"
              + " lightest stone in ordinary proportions. As JSON, which can be narrowed down; as a"
              + " CSV file or to be printed as PDF, both always whole: choose by the header Accept."
              + " Needs the scope estimates.")
  @ListFilters
  @OfGrades
  @ApiResponse(
      responseCode = "200",
      description = "The list",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = PriceListAnswer.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
        @Content(
            mediaType = MediaType.APPLICATION_PDF_VALUE,
            schema = @Schema(type = "string", format = "binary"))
      })
  @MayFail({MISSING_SCOPE, NO_MODEL, NOT_IN_MODEL})
  ResponseEntity<byte[]> list(@Parameter(hidden = true) ServerHttpRequest request) {
    Wanted wanted = Wanted.of(request.getQueryParams());
    ServedModel model = current.orUnavailable();
    PriceListFiles files = files(model);
    MediaType form = Forms.best(request, FORMS);
    if (form.equals(CSV)) {
      return file(form, "csv", model, files.csv());
    }
    if (form.equals(MediaType.APPLICATION_PDF)) {
      return file(form, "pdf", model, files.pdf());
    }
    return ResponseEntity.ok()
        .contentType(form)
        .body(json.writeValueAsBytes(answer(model, files, wanted)));
  }

  static PriceListFiles files(ServedModel model) {
    return model
        .priceList()
        .orElseThrow(() -> new ProblemException(NOT_IN_MODEL, "It brings no price list."));
  }

  private static PriceListAnswer answer(ServedModel model, PriceListFiles files, Wanted wanted) {
    return new PriceListAnswer(
        model.provenance().trainedAt(),
        PriceListTable.read(files.csv()).stream().filter(wanted::includes).toList(),
        AnsweringModel.of(model));
  }

  private static ResponseEntity<byte[]> file(
      MediaType form, String ending, ServedModel model, byte[] content) {
    String name =
        "price-list-%s.%s".formatted(model.version().replaceAll("[^A-Za-z0-9-]", "-"), ending);
    return ResponseEntity.ok()
        .contentType(form)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
