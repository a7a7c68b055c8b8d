package io.facet.service.access;

import io.facet.service.keys.Keyring;
import io.facet.service.keys.Scope;
import io.facet.service.limits.FairUse;
import io.facet.service.metering.Metering;
import io.facet.service.problems.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import reactor.core.publisher.Mono;

/** Who may call what: the API's door, and Spring Security for all that is not the API. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
public class AccessConfiguration {

  private static final String[] OPEN = {
    "/",
    "/login",
    "/logout",
    "/session",
    "/app",
    "/app/**",
    "/assets/**",
    "/welcome.css",
    "/favicon.svg",
    "/manifest.webmanifest",
    "/robots.txt",
    "/docs",
    "/docs/*",
    "/problems",
    "/problems/*",
    "/swagger-ui/**",
    "/v3/api-docs/**",
    "/actuator/health/liveness",
    "/actuator/health/readiness"
  };

  @Bean
  KeyCheck keyCheck(Keyring keyring, FairUse fairUse, Metering metering, MeterRegistry meters) {
    return new KeyCheck(keyring, fairUse, metering, meters);
  }

  @Bean
  Door door(KeyCheck keys, SignedInCallers signedIn, Problems problems) {
    return new Door(keys, signedIn, problems);
  }

  @Bean
  static PastTheDoor pastTheDoor() {
    return new PastTheDoor();
  }

  @Bean
  SecurityWebFilterChain everythingElse(ServerHttpSecurity http, KeyCheck keys, Problems problems) {
    return http.headers(PageHeaders::strict)
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
                        (exchange, e) ->
                            problems.answer(
                                exchange,
                                problems.speakToPerson(exchange)
                                    ? Denials.noPage()
                                    : Denials.noKey()))
                    .accessDeniedHandler(
                        (exchange, e) -> problems.answer(exchange, Denials.missing(Scope.METRICS))))
        .authorizeExchange(
            routes ->
                routes
                    .pathMatchers(OPEN)
                    .permitAll()
                    // Its door has let nothing of the API through to here.
                    .pathMatchers("/v1/**")
                    .denyAll()
                    .pathMatchers("/actuator/prometheus")
                    .access(AccessConfiguration::mayReadMetrics)
                    .anyExchange()
                    .authenticated())
        .build();
  }

  private static Mono<AuthorizationResult> mayReadMetrics(
      Mono<Authentication> authentication, AuthorizationContext context) {
    return authentication.map(
        caller ->
            new AuthorizationDecision(
                caller instanceof KeyHolder holder && holder.key().opens(Scope.METRICS)));
  }

  /** Methods are left to the router, which says which ones work. */
  @Bean
  StrictServerWebExchangeFirewall firewall() {
    StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    return firewall;
  }

  @Bean
  ServerExchangeRejectedHandler rejectedByFirewall(Problems problems) {
    return (exchange, rejection) -> problems.answer(exchange, Denials.strangeAddress());
  }
}
