package io.facet.service.requests;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Says in {@code Allow} what works at the address asked. Spring's own adds what works at those that
 * look alike: deleting {@code /v1/valuations/export}, for that could be an id.
 */
final class ClosestRoutes extends RequestMappingHandlerMapping {

  private volatile @Nullable Set<String> names;

  /** No name of a route is an id, whatever form of answer or method is asked for. */
  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo route, ServerWebExchange exchange) {
    RequestMappingInfo matching = super.getMatchingMapping(route, exchange);
    return matching != null
            && matching.getPatternsCondition().getPatterns().stream()
                .allMatch(PathPattern::hasPatternSyntax)
            && names().contains(exchange.getRequest().getPath().pathWithinApplication().value())
        ? null
        : matching;
  }

  private Set<String> names() {
    Set<String> known = names;
    if (known == null) {
      known =
          getHandlerMethods().keySet().stream()
              .flatMap(route -> route.getPatternsCondition().getPatterns().stream())
              .filter(pattern -> !pattern.hasPatternSyntax())
              .map(PathPattern::getPatternString)
              .collect(Collectors.toUnmodifiableSet());
      names = known;
    }
    return known;
  }

  @Override
  protected @Nullable HandlerMethod handleNoMatch(
      Set<RequestMappingInfo> routes, ServerWebExchange exchange) throws Exception {
    PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
    Optional<PathPattern> closest =
        routes.stream()
            .flatMap(route -> route.getPatternsCondition().getPatterns().stream())
            .filter(pattern -> pattern.matches(path))
            .min(PathPattern.SPECIFICITY_COMPARATOR);
    return super.handleNoMatch(
        routes.stream()
            .filter(
                route ->
                    closest.stream().allMatch(route.getPatternsCondition().getPatterns()::contains))
            .collect(Collectors.toSet()),
        exchange);
  }
}
