package io.facet.service.docs;

import io.facet.service.html.HtmlPage;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What a developer reads beside the API page: how to begin, each problem, what changes. */
final class DeveloperPages {

  /** The programs to begin with, each run by a test where its runtime is. */
  static final Map<String, String> QUICK_STARTS = quickStarts();

  private DeveloperPages() {}

  static RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/docs/quick-starts", request -> page(begin()))
        .GET("/docs/changes", request -> page(changes()))
        .GET("/problems", request -> page(problems()))
        .GET("/problems/{slug}", request -> page(problem(request.pathVariable("slug"))))
        .build();
  }

  private static Map<String, String> quickStarts() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("curl", "valuation.sh");
    files.put("JavaScript", "valuation.mjs");
    files.put("Python", "valuation.py");
    files.put("Java", "Valuation.java");
    files.put("C#", "Valuation.cs");
    return files;
  }

  private static HtmlPage begin() {
    HtmlPage page =
        new HtmlPage("Quick starts")
            .paragraph(
                "Each of these asks for a price, then has a valuation stored with its reasons."
                    + " They take the address of the service and your key from the environment:")
            .code("export FACET_URL=https://facet.example FACET_KEY=fct_live_…")
            .paragraph(
                "With a key of the plan sandbox they cost nothing. Weights are in carats,"
                    + " dimensions in millimetres, depth and table in percent, prices in US"
                    + " dollars.");
    for (Entry<String, String> one : QUICK_STARTS.entrySet()) {
      page.heading(one.getKey()).code(HtmlPage.resource("/quick-starts/" + one.getValue()));
    }
    return page.link("/docs", "The API, route by route")
        .link("/problems", "What can go wrong, and what to do about it")
        .link("/docs/changes", "What changes, and what you can rely on");
  }

  private static HtmlPage changes() {
    return new HtmlPage("Changes").written("/pages/changes.html").link("/docs", "The API");
  }

  private static HtmlPage problems() {
    HtmlPage page =
        new HtmlPage("Problems")
            .paragraph(
                "Whatever goes wrong is answered as application/problem+json (RFC 9457). Decide by"
                    + " type: it stays, while words may change. Every answer names its request_id;"
                    + " say it when you ask for help.");
    for (ProblemType type : ProblemType.values()) {
      page.heading(type.status() + " " + type.title())
          .paragraph(type.advice())
          .link(path(type), type.uri().toString());
    }
    return page.link("/docs", "The API");
  }

  private static HtmlPage problem(String slug) {
    ProblemType type =
        Arrays.stream(ProblemType.values())
            .filter(one -> one.slug().equals(slug))
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "/problems lists the problems that there are."));
    return new HtmlPage(type.title())
        .paragraph("HTTP status " + type.status() + ", type " + type.uri())
        .paragraph(type.advice())
        .link("/problems", "All problems")
        .link("/docs", "The API");
  }

  private static String path(ProblemType type) {
    return "/problems/" + type.slug();
  }

  private static Mono<ServerResponse> page(HtmlPage page) {
    return ServerResponse.ok().contentType(HtmlPage.TYPE).bodyValue(page.bytes());
  }
}
