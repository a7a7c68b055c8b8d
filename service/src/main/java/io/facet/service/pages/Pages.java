package io.facet.service.pages;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.signin.Visitors;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** The three pages there are. Each address of the app is its one page, which finds its own way. */
final class Pages {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  // Nothing else may follow a sign-in: else a link to us could lead anywhere.
  private static final Pattern WITHIN_THE_APP = Pattern.compile("/app(?:[/?][^\\\\\\p{Cntrl}]*)?");

  private final Visitors visitors;
  private final Optional<byte[]> welcome;
  private final Optional<byte[]> login;
  private final Optional<byte[]> app;

  Pages(PagesFolder folder, Visitors visitors) {
    this.visitors = visitors;
    this.welcome = PagesFolder.bytes("classpath:/static/index.html");
    this.login = folder.page("login.html");
    this.app = folder.page("index.html");
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .route(reading("/"), this::welcome)
        .route(reading("/login"), this::login)
        // What is sent there is read elsewhere, which knows nothing of the page.
        .OPTIONS(
            "/login",
            request ->
                ServerResponse.ok()
                    .allow(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.POST)
                    .build())
        .route(reading("/app").or(reading("/app/**")), this::app)
        .build();
  }

  private static RequestPredicate reading(String path) {
    return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
        .and(RequestPredicates.path(path));
  }

  private Mono<ServerResponse> welcome(ServerRequest request) {
    return visitors
        .isSignedIn(request.exchange())
        // Whoever can't be known now is still welcome.
        .onErrorReturn(ProblemException.class, false)
        .flatMap(isSignedIn -> isSignedIn ? seeOther("/app/") : page(welcome));
  }

  private Mono<ServerResponse> login(ServerRequest request) {
    boolean leadsElsewhere =
        request.queryParam("to").filter(to -> !WITHIN_THE_APP.matcher(to).matches()).isPresent();
    return leadsElsewhere ? seeOther("/login") : page(login);
  }

  private Mono<ServerResponse> app(ServerRequest request) {
    return app.isEmpty()
        ? page(app)
        : visitors
            .isSignedIn(request.exchange())
            .flatMap(isSignedIn -> isSignedIn ? page(app) : seeOther(loginFor(request.uri())));
  }

  private static String loginFor(URI wanted) {
    String query = wanted.getRawQuery();
    String to = wanted.getRawPath() + (query == null ? "" : "?" + query);
    return "/login?to=" + UriUtils.encode(to, StandardCharsets.UTF_8);
  }

  private static Mono<ServerResponse> seeOther(String address) {
    return ServerResponse.seeOther(URI.create(address))
        .cacheControl(CacheControl.noStore())
        .build();
  }

  private static Mono<ServerResponse> page(Optional<byte[]> page) {
    return page.map(
            html ->
                ServerResponse.ok()
                    .contentType(HTML)
                    .cacheControl(CacheControl.noStore())
                    .bodyValue(html))
        .orElseGet(
            () ->
                Mono.error(
                    new ProblemException(
                        ProblemType.NO_PAGES, "The API is all there: /docs tells about it.")));
  }
}
