package io.facet.service.problems;

import io.facet.service.html.HtmlPage;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** A problem as a page, for people whose browser was led where nothing is. */
final class ProblemPage {

  /** Who calls these is a program, whatever it says that it accepts. */
  private static final List<String> FOR_PROGRAMS = List.of("/v1/", "/v3/", "/actuator/");

  private ProblemPage() {}

  /** Whether it was a browser that asked, on its way to a page. */
  static boolean isFor(ServerHttpRequest request) {
    String path = request.getPath().value();
    return HttpMethod.GET.equals(request.getMethod())
        && FOR_PROGRAMS.stream().noneMatch(path::startsWith)
        && String.valueOf(request.getHeaders().getFirst("Accept")).startsWith("text/html");
  }

  static byte[] of(Problem problem) {
    return new HtmlPage(problem.title())
        .paragraph(Objects.requireNonNullElse(problem.detail(), ""))
        .link("/", "To the start")
        .small("If you ask for help, name the request " + problem.requestId() + ".")
        .bytes();
  }
}
