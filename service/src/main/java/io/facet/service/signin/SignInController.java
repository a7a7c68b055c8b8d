package io.facet.service.signin;

import static io.facet.service.problems.ProblemType.CROSS_SITE;
import static io.facet.service.problems.ProblemType.NOT_A_STAFF_KEY;
import static io.facet.service.problems.ProblemType.NOT_SIGNED_IN;
import static io.facet.service.problems.ProblemType.STORE_AWAY;

import io.facet.service.access.KeyCheck;
import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Scope;
import io.facet.service.problems.MayFail;
import io.facet.service.problems.ProblemException;
import io.facet.service.stones.Body;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Session", description = "How people sign in to the web app")
class SignInController {

  private final KeyCheck keys;
  private final Sessions sessions;
  private final Visitors visitors;
  private final JsonMapper json;

  SignInController(KeyCheck keys, Sessions sessions, Visitors visitors, JsonMapper json) {
    this.keys = keys;
    this.sessions = sessions;
    this.visitors = visitors;
    this.json = json;
  }

  @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Sign in",
      description =
          "With a key that has the scopes estimates, valuations and collection. The cookie in the"
              + " answer then stands for the key, until somebody signs out, asks nothing for half"
              + " an hour, or has been signed in for twelve; or the key ends.")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = Credentials.class)),
      required = true)
  @ApiResponse(
      responseCode = "204",
      description = "Signed in",
      headers =
          @Header(
              name = "Set-Cookie",
              description =
                  "The session: facet_session; over https __Host-facet_session, and Secure",
              schema = @Schema(type = "string")),
      content = @Content)
  @SecurityRequirements
  @MayFail({NOT_A_STAFF_KEY, CROSS_SITE, STORE_AWAY})
  Mono<ResponseEntity<Void>> signIn(@Parameter(hidden = true) ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    OwnPages.only(request);
    return Body.of(request)
        .map(body -> staff(keys.check(exchange, Credentials.read(body, json).key())))
        .flatMap(sessions::open)
        .map(
            token -> {
              exchange.getResponse().addCookie(SessionCookie.holding(token, request));
              return ResponseEntity.noContent().build();
            });
  }

  private static ApiKey staff(ApiKey key) {
    if (!key.opens(Scope.ESTIMATES)
        || !key.opens(Scope.VALUATIONS)
        || !key.opens(Scope.COLLECTION)) {
      throw new ProblemException(
          NOT_A_STAFF_KEY, "This key is for programs. Ask for a staff key to sign in with.");
    }
    return key;
  }

  @GetMapping(path = "/session", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Who has signed in",
      description = "With the token that the session's requests send along.")
  @SecurityRequirement(name = SessionCookie.NAME)
  @MayFail({NOT_SIGNED_IN, STORE_AWAY})
  Mono<ResponseEntity<SessionAnswer>> session(
      @Parameter(hidden = true) ServerWebExchange exchange) {
    return visitors
        .find(exchange)
        .switchIfEmpty(Mono.error(Visitors::notSignedIn))
        .map(
            visitor ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(SessionAnswer.of(visitor)));
  }

  @PostMapping("/logout")
  @Operation(
      summary = "Sign out",
      description =
          "The session whose cookie comes along, if one does, opens nothing any more, here at once, everywhere within two seconds. Where"
              + " the store is away, here at once, and everywhere once it is back.")
  @ApiResponse(
      responseCode = "204",
      description = "Signed out, now or before",
      headers =
          @Header(
              name = "Set-Cookie",
              description = "Makes the browser forget the session",
              schema = @Schema(type = "string")),
      content = @Content)
  @SecurityRequirements
  @MayFail({CROSS_SITE, STORE_AWAY})
  Mono<ResponseEntity<Void>> signOut(@Parameter(hidden = true) ServerWebExchange exchange) {
    OwnPages.only(exchange.getRequest());
    exchange.getResponse().addCookie(SessionCookie.gone(exchange.getRequest()));
    return visitors
        .find(exchange)
        .flatMap(visitor -> sessions.end(visitor.token()))
        .thenReturn(ResponseEntity.noContent().build());
  }
}
