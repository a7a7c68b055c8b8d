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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

/** Answers with problems: those of routes, of the framework and of security alike. */
public final class Problems implements ErrorWebExceptionHandler, Ordered {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  /** Where a problem doesn't know better. */
  private static final String RETRY_AFTER_SECONDS = "30";

  /** As nginx counts those who hang up before they are answered. */
  private static final HttpStatusCode CLIENT_CLOSED_REQUEST = HttpStatusCode.valueOf(499);

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
    if (isGone(failure) && !exchange.getResponse().isCommitted()) {
      return gone(exchange);
    }
    if (isAborted(failure)) {
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

  /** Whether {@code failure} means that the caller has hung up, or was hung up on. */
  static boolean isGone(Throwable failure) {
    boolean said =
        failure instanceof ProblemException || failure instanceof ResponseStatusException;
    return isAborted(failure)
        || (!said && DisconnectedClientHelper.isClientDisconnectedException(failure));
  }

  private static boolean isAborted(Throwable failure) {
    return failure instanceof AbortedException || failure.getCause() instanceof AbortedException;
  }

  /** Nobody is there to be answered: this is for the metrics and the count of what was asked. */
  private static Mono<Void> gone(ServerWebExchange exchange) {
    exchange.getResponse().setStatusCode(CLIENT_CLOSED_REQUEST);
    return exchange.getResponse().setComplete().onErrorComplete();
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
