package io.facet.service.tracing;

import io.facet.service.requests.RequestId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/**
 * A span for each request, from its arrival until its answer begins, as part of its caller's trace
 * where there is one. Says route and status in OpenTelemetry's words, and the request's id; neither
 * addresses nor headers, which may hold keys.
 */
public final class RequestSpans implements WebFilter, Ordered, AutoCloseable {

  private static final TextMapGetter<HttpHeaders> HEADERS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpHeaders headers) {
          return headers.headerNames();
        }

        @Override
        public @Nullable String get(@Nullable HttpHeaders headers, String name) {
          return headers == null ? null : headers.getFirst(name);
        }
      };

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  private RequestSpans(SdkTracerProvider provider) {
    this.provider = provider;
    this.tracer = provider.get("io.facet.service");
  }

  /** Sends them in the background; what the collector doesn't take in time is dropped. */
  public static RequestSpans sentTo(TracingSettings.Collector collector) {
    String base = collector.endpoint().toString().replaceAll("/+$", "");
    return new RequestSpans(
        SdkTracerProvider.builder()
            .setResource(Resource.getDefault().toBuilder().put("service.name", "facet").build())
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(collector.percent() / 100.0)))
            .addSpanProcessor(
                BatchSpanProcessor.builder(
                        OtlpHttpSpanExporter.builder().setEndpoint(base + "/v1/traces").build())
                    .build())
            .build());
  }

  // Right after the request has its id and its time begins.
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 2;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Context caller =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), exchange.getRequest().getHeaders(), HEADERS);
    String method = exchange.getRequest().getMethod().name();
    Span span =
        tracer
            .spanBuilder(method)
            .setParent(caller)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("http.request.method", method)
            .setAttribute("facet.request_id", RequestId.of(exchange))
            .startSpan();
    exchange
        .getResponse()
        .beforeCommit(
            () -> {
              answered(exchange, method, span);
              return Mono.empty();
            });
    return chain.filter(exchange).doOnCancel(span::end);
  }

  private static void answered(ServerWebExchange exchange, String method, Span span) {
    PathPattern route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (route != null) {
      span.updateName(method + " " + route.getPatternString());
      span.setAttribute("http.route", route.getPatternString());
    }
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    int code = status == null ? 200 : status.value();
    span.setAttribute("http.response.status_code", code);
    if (code >= 500) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  /** Sends what is left. */
  @Override
  public void close() {
    provider.shutdown().join(5, TimeUnit.SECONDS);
  }
}
