package io.facet.service.issuing;

import static io.facet.service.problems.ProblemType.IMPOSSIBLE_REQUEST;
import static io.facet.service.problems.ProblemType.KEY_BEING_ROTATED;
import static io.facet.service.problems.ProblemType.KEY_NOT_IN_FORCE;
import static io.facet.service.problems.ProblemType.LAST_ADMIN_KEY;
import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.NOT_FOUND;
import static io.facet.service.problems.ProblemType.STORE_AWAY;

import io.facet.service.access.KeyHolder;
import io.facet.service.keys.Actor;
import io.facet.service.keys.KeyIssuer;
import io.facet.service.problems.MayFail;
import io.facet.service.requests.RequestId;
import io.facet.service.stones.Body;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Keys", description = "Businesses and their keys")
class KeyController {

  private final KeyIssuer issuer;
  private final JsonMapper json;

  KeyController(KeyIssuer issuer, JsonMapper json) {
    this.issuer = issuer;
    this.json = json;
  }

  @PostMapping(
      path = "/v1/keys",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Issue a key",
      description =
          "The answer is the only one that ever tells the whole key. Needs the scope admin.")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = KeyOrder.class)),
      required = true)
  @ApiResponse(
      responseCode = "201",
      description = "In force here at once, everywhere within a second",
      headers =
          @Header(
              name = "Location",
              description = "Where it can be revoked",
              schema = @Schema(type = "string", format = "uri-reference")),
      content = @Content(schema = @Schema(implementation = KeyAnswer.class)))
  @MayFail({MISSING_SCOPE, IMPOSSIBLE_REQUEST, STORE_AWAY})
  Mono<ResponseEntity<KeyAnswer>> issue(
      @Parameter(hidden = true) ServerWebExchange exchange,
      @Parameter(hidden = true) KeyHolder caller) {
    return Body.of(exchange.getRequest())
        .map(body -> KeyOrder.read(body, json, Instant.now()))
        .flatMap(order -> issuer.issue(order, actor(caller, exchange)))
        .map(KeyController::created);
  }

  @PostMapping(path = "/v1/keys/{id}/rotate", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Replace a key",
      description =
          "Makes another key for the same business with the same scopes and plan. The old one stays"
              + " in force for overlap_hours, so that programs can be changed one after the other."
              + " Needs the scope admin.")
  @RequestBody(content = @Content(schema = @Schema(implementation = Rotation.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The new key",
      headers =
          @Header(
              name = "Location",
              description = "Where it can be revoked",
              schema = @Schema(type = "string", format = "uri-reference")),
      content = @Content(schema = @Schema(implementation = KeyAnswer.class)))
  @MayFail({MISSING_SCOPE, NOT_FOUND, KEY_BEING_ROTATED, KEY_NOT_IN_FORCE, STORE_AWAY})
  Mono<ResponseEntity<KeyAnswer>> rotate(
      @PathVariable @Parameter(description = "Its id", example = KeyAnswer.EXAMPLE_ID) String id,
      @Parameter(hidden = true) ServerWebExchange exchange,
      @Parameter(hidden = true) KeyHolder caller) {
    return Body.of(exchange.getRequest())
        .map(body -> Rotation.read(body, json))
        .flatMap(overlap -> issuer.rotate(id, overlap, actor(caller, exchange)))
        .map(KeyController::created);
  }

  @DeleteMapping("/v1/keys/{id}")
  @Operation(
      summary = "Revoke a key",
      description =
          "It opens nothing any more: here at once, everywhere within a second. What its business"
              + " has stored stays. The last key with the scope admin can't be revoked. Needs the"
              + " scope admin.")
  @ApiResponse(responseCode = "204", description = "Revoked, now or before", content = @Content)
  @MayFail({MISSING_SCOPE, NOT_FOUND, LAST_ADMIN_KEY, STORE_AWAY})
  Mono<ResponseEntity<Void>> revoke(
      @PathVariable @Parameter(description = "Its id", example = KeyAnswer.EXAMPLE_ID) String id,
      @Parameter(hidden = true) ServerWebExchange exchange,
      @Parameter(hidden = true) KeyHolder caller) {
    return issuer
        .revoke(id, actor(caller, exchange))
        .thenReturn(ResponseEntity.noContent().build());
  }

  private static Actor actor(KeyHolder caller, ServerWebExchange exchange) {
    return new Actor(caller.key().id(), RequestId.of(exchange));
  }

  private static ResponseEntity<KeyAnswer> created(KeyIssuer.Issued issued) {
    return ResponseEntity.created(URI.create("/v1/keys/" + issued.key().id()))
        .cacheControl(CacheControl.noStore())
        .body(KeyAnswer.of(issued, Instant.now()));
  }
}
