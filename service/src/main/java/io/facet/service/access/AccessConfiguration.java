package io.facet.service.access;

import io.facet.service.keys.Keyring;
import io.facet.service.limits.FairUse;
import io.facet.service.metering.Metering;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.problems.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who may call what: the API's door, and Spring Security for all that is not the API. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
public class AccessConfiguration {

  private static final String[] OPEN = {
    "/",
    "/docs",
    "/swagger-ui/**",
    "/v3/api-docs/**",
    "/actuator/health/liveness",
    "/actuator/health/readiness"
  };

  @Bean
  KeyCheck keyCheck(Keyring keyring, FairUse fairUse, Metering metering) {
    return new KeyCheck(keyring, fairUse, metering);
  }

  @Bean
  Door door(KeyCheck keys, Problems problems) {
    return new Door(keys, problems);
  }

  @Bean
  SecurityWebFilterChain everythingElse(ServerHttpSecurity http, KeyCheck keys, Problems problems) {
    return http.securityMatcher(AccessConfiguration::hasNotPassedTheDoor)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .csrf(ServerHttpSecurity.CsrfSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .addFilterAt(new KeyFilter(keys, problems), SecurityWebFiltersOrder.AUTHENTICATION)
        .exceptionHandling(
            failures ->
                failures
                    .authenticationEntryPoint(
                        (exchange, e) -> problems.answer(exchange, Denials.noKey()))
                    .accessDeniedHandler(
                        (exchange, e) -> problems.answer(exchange, Denials.closed())))
        .authorizeExchange(
            routes -> routes.pathMatchers(OPEN).permitAll().anyExchange().authenticated())
        .build();
  }

  private static Mono<MatchResult> hasNotPassedTheDoor(ServerWebExchange exchange) {
    return exchange.getAttribute(Door.PASSED) == null
        ? MatchResult.match()
        : MatchResult.notMatch();
  }

  /** Each step of each request would be timed: half the time of an estimate. */
  @Bean
  SecurityObservationSettings noObservationsOfSecurity() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  ServerExchangeRejectedHandler rejectedByFirewall(Problems problems) {
    return (exchange, rejection) ->
        problems.answer(
            exchange,
            new ProblemException(
                ProblemType.INVALID_REQUEST,
                "The address, method or headers of this request hold what is never accepted."));
  }
}
