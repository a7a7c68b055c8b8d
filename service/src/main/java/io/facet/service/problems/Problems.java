package io.facet.service.problems;

import io.facet.service.html.HtmlPage;
import io.facet.service.requests.RequestId;
import io.facet.service.requests.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

/** Answers with problems: those of routes, of the framework and of security alike. */
public final class Problems implements ErrorWebExceptionHandler, Ordered {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  /** Where a problem doesn't know better. */
  private static final String RETRY_AFTER_SECONDS = "30";

  private final JsonMapper json;

  Problems(JsonMapper json) {
    this.json = json;
  }

  // Before the framework's own handlers, which answer in other shapes.
  @Override
  public int getOrder() {
    return -2;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (failure instanceof AbortedException || failure.getCause() instanceof AbortedException) {
      // The caller has hung up, or was hung up on: nobody is there to be answered.
      return Mono.empty();
    }
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(failure);
    }
    ProblemException problem = FrameworkFailures.problem(failure);
    if (problem.type() == ProblemType.INTERNAL_ERROR) {
      RequestLog.about(exchange, log, Level.ERROR).setCause(failure).log("A request failed");
    }
    return answer(exchange, problem);
  }

  /** Whether it was a person's browser that asked, on its way to a page. */
  public boolean speakToPerson(ServerWebExchange exchange) {
    return ProblemPage.isFor(exchange.getRequest());
  }

  /** Writes {@code problem} as the answer of {@code exchange}. */
  public Mono<Void> answer(ServerWebExchange exchange, ProblemException problem) {
    return Mono.defer(
        () -> {
          ServerHttpResponse response = exchange.getResponse();
          Problem said =
              Problem.of(
                  problem, exchange.getRequest().getURI().getRawPath(), RequestId.of(exchange));
          boolean toPerson = speakToPerson(exchange);
          byte[] body = toPerson ? ProblemPage.of(said) : json.writeValueAsBytes(said);
          response.setStatusCode(HttpStatusCode.valueOf(problem.type().status()));
          if (problem.type().status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
          }
          response.getHeaders().set(HttpHeaders.LINK, problem.type().help());
          problem.headers().forEach((name, values) -> response.getHeaders().put(name, values));
          response
              .getHeaders()
              .setContentType(toPerson ? HtmlPage.TYPE : MediaType.APPLICATION_PROBLEM_JSON);
          response.getHeaders().setContentLength(body.length);
          return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
        });
  }
}
