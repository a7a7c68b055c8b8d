package io.facet.service.problems;

import io.facet.service.requests.RequestId;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a problem of an address such as {@code /%zz}, which the adapter between Netty and Spring
 * answers with an empty 400 before any filter sees it.
 */
final class UnreadableAddress implements NettyServerCustomizer {

  private final JsonMapper json;

  UnreadableAddress(JsonMapper json) {
    this.json = json;
  }

  @Override
  public HttpServer apply(HttpServer server) {
    return server.mapHandle(
        (handled, connection) -> handled.then(Mono.defer(() -> answerIfNobodyDid(connection))));
  }

  private Mono<Void> answerIfNobodyDid(Connection connection) {
    return connection instanceof HttpServerResponse response
            && connection instanceof HttpServerRequest request
            && !response.hasSentHeaders()
            && HttpResponseStatus.BAD_REQUEST.equals(response.status())
        ? answer(request, response)
        : Mono.empty();
  }

  private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    String id = RequestId.choose(request.requestHeaders().get(RequestId.HEADER));
    byte[] body =
        json.writeValueAsBytes(
            Problem.of(
                new ProblemException(
                    ProblemType.INVALID_REQUEST, "The address can't be read: check its % signs."),
                request.uri(),
                id));
    return response
        .header(RequestId.HEADER, id)
        .header(HttpHeaders.LINK, ProblemType.INVALID_REQUEST.help())
        .header(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(body.length))
        .sendByteArray(Mono.just(body))
        .then();
  }
}
