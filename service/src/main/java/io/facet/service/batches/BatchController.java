package io.facet.service.batches;

import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.NO_MODEL;

import io.facet.service.access.KeyHolder;
import io.facet.service.idempotency.IdempotencyKey;
import io.facet.service.keys.Keyring;
import io.facet.service.limits.FairUse;
import io.facet.service.metering.Metering;
import io.facet.service.metering.UsageMeter;
import io.facet.service.models.AnsweringModel;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.service.models.Witnesses;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.Problem;
import io.facet.service.requests.Forms;
import io.facet.service.requests.RequestId;
import io.facet.service.requests.RequestLog;
import io.facet.service.stones.Body;
import io.facet.service.valuations.Detail;
import io.facet.service.valuations.Valuations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Valuations")
public class BatchController {

  private static final Logger log = LoggerFactory.getLogger(BatchController.class);

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private static final Set<Charset> READ =
      Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

  // A batch may wait long for its caller, which costs nothing on a thread of this kind.
  private final Executor threads = task -> Thread.ofVirtual().name("batch").start(task);
  private final CurrentModel current;
  private final Valuations valuations;
  private final Witnesses witnesses;
  private final JsonMapper json;
  private final Keyring keys;
  private final FairUse fairUse;
  private final UsageMeter meter;

  BatchController(
      CurrentModel current,
      Valuations valuations,
      Witnesses witnesses,
      JsonMapper json,
      Keyring keys,
      FairUse fairUse,
      UsageMeter meter) {
    this.current = current;
    this.valuations = valuations;
    this.witnesses = witnesses;
    this.json = json;
    this.keys = keys;
    this.fairUse = fairUse;
    this.meter = meter;
  }

  @PostMapping(
      path = "/v1/valuations/batch",
      consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE, "text/csv"},
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE, "text/csv"})
  @Operation(
      summary = "Value many stones",
      description =
          "As a JSON array of at most 1,000 stones, or any number of them as NDJSON (a stone a"
              + " line) or CSV (a header that names the nine columns in any order; others are"
              + " kept). The answer comes in the same form and order, one result for each stone."
              + " A stone that can't be valued gets its problem, the others go on. NDJSON and CSV"
              + " are answered while they arrive: read while you send, for what you don't take"
              + " is not read on. Each stone counts as one asked alone would, and those above the"
              + " plan get that as their problem. All stones are valued by one version of the model. Needs the"
              + " scope valuations.",
      parameters = {
        @Parameter(
            in = ParameterIn.HEADER,
            name = IdempotencyKey.HEADER,
            description =
                "With detail=full: any name of your own for this batch, 1 to 240 printable ASCII"
                    + " characters. Sent again with the same name, lines that were stored get the"
                    + " same answer, and only the others are valued",
            schema =
                @Schema(
                    type = "string",
                    minLength = 1,
                    maxLength = IdempotencyKey.LONGEST_OF_MANY,
                    pattern = IdempotencyKey.PATTERN)),
        @Parameter(
            in = ParameterIn.QUERY,
            name = Detail.NAME,
            description =
                "price: price and range, nothing is stored; full: all that POST /v1/valuations"
                    + " answers, each stored under its id before it is answered",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"price", "full"},
                    defaultValue = "price"))
      })
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            array = @ArraySchema(schema = @Schema(implementation = BatchItem.class))),
        @Content(
            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
            schema = @Schema(implementation = BatchItem.class)),
        @Content(
            mediaType = "text/csv",
            schema =
                @Schema(
                    type = "string",
                    example =
                        """
                    carat,cut,color,clarity,depth,table,x,y,z
                    0.72,Ideal,F,VS1,61.5,56,5.75,5.78,3.55
                    """))
      })
  @ApiResponse(
      responseCode = "200",
      description =
          "One result for each stone, in order. CSV has its own columns and estimate, low, high,"
              + " problem, caveats, model_version appended, with detail=full also valuation_id,"
              + " reference and what each of the nine factors multiplies its price by",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            array = @ArraySchema(schema = @Schema(implementation = BatchResult.class))),
        @Content(
            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
            schema = @Schema(implementation = BatchResult.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
      })
  @MayFail({MISSING_SCOPE, NO_MODEL})
  Mono<Void> value(
      @Parameter(hidden = true) ServerWebExchange exchange,
      @Parameter(hidden = true) KeyHolder caller) {
    ServerHttpRequest request = exchange.getRequest();
    Detail detail = Detail.of(request.getQueryParams().getFirst(Detail.NAME));
    MediaType form = form(request);
    ServedModel model = current.orUnavailable();
    Tally tally = new Tally(caller.key(), keys, fairUse, meter);
    Optional<IdempotencyKey> key =
        IdempotencyKey.ofMany(request.getHeaders(), caller.key().business());
    Batch batch =
        new Batch(
            model, detail, valuations, witnesses, caller.key(), tally, onFault(exchange), key);
    if (form.equals(MediaType.APPLICATION_JSON)) {
      return Body.of(request, JsonArray.LARGEST)
          .map(JsonArray::items)
          .flatMap(
              items ->
                  answer(
                      exchange,
                      form,
                      out -> batch.run(new JsonArray(items, out, results(exchange, model)))));
    }
    return answer(
        exchange,
        form,
        out -> {
          try (BodyStream in = new BodyStream(request.getBody(), batch::settle)) {
            batch.run(
                form.equals(CSV)
                    ? new CsvRows(in, out, new CsvCells(detail, model.version(), json))
                    : new JsonLines(in, out, results(exchange, model)));
          }
        });
  }

  private static Consumer<Throwable> onFault(ServerWebExchange exchange) {
    return failure ->
        RequestLog.about(exchange, log, Level.ERROR)
            .setCause(failure)
            .log("A line of a batch failed");
  }

  /** The answer has the form of the request, which the caller must be ready to take. */
  private static MediaType form(ServerHttpRequest request) {
    MediaType sent = Objects.requireNonNull(request.getHeaders().getContentType());
    MediaType form =
        List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON, CSV).stream()
            .filter(known -> known.equalsTypeAndSubtype(sent))
            .findFirst()
            .orElseThrow();
    Charset charset = sent.getCharset();
    if (form.equals(CSV) && charset != null && !READ.contains(charset)) {
      throw new UnsupportedMediaTypeStatusException(sent, List.of(CSV));
    }
    return Forms.best(request, List.of(form));
  }

  private JsonResults results(ServerWebExchange exchange, ServedModel model) {
    String path = exchange.getRequest().getURI().getRawPath();
    String id = RequestId.of(exchange);
    return new JsonResults(
        json, AnsweringModel.of(model), problem -> Problem.of(problem, path, id));
  }

  private Mono<Void> answer(
      ServerWebExchange exchange, MediaType form, AnswerStream.Writer writer) {
    Metering.countParts(exchange);
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(HttpStatus.OK);
    response.getHeaders().setContentType(form);
    return response.writeAndFlushWith(
        AnswerStream.of(writer, threads)
            .map(part -> Mono.fromSupplier(() -> response.bufferFactory().wrap(part))));
  }
}
