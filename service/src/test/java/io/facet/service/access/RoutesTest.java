package io.facet.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.RunningService;
import io.facet.service.keys.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class RoutesTest {

  @Test
  void every_route_of_the_api_needs_a_scope_or_is_said_to_need_none() {
    List<String> routes =
        RunningService.shared().beans(RequestMappingHandlerMapping.class).stream()
            .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
            .flatMap(info -> info.getPatternsCondition().getPatterns().stream())
            .map(pattern -> pattern.getPatternString())
            .filter(pattern -> pattern.startsWith("/v1/"))
            .toList();

    assertThat(routes)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            route -> {
              String first = route.split("/", -1)[2];
              assertThat(Routes.scope(first, "").isPresent() || Routes.FOR_ANY_KEY.contains(first))
                  .as("%s is not in Routes", route)
                  .isTrue();
            });
  }

  @Test
  void only_an_admin_makes_the_service_look_for_a_model() {
    assertThat(Routes.scope("models", "refresh")).contains(Scope.ADMIN);
    assertThat(Routes.scope("models", "current")).isEmpty();
  }
}
