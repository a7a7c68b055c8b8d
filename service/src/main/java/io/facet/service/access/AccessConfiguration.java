package io.facet.service.access;

import io.facet.service.keys.Keyring;
import io.facet.service.keys.Scope;
import io.facet.service.limits.FairUse;
import io.facet.service.metering.Metering;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.problems.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;

/** The API's door: a key with each request, no session, hence nothing for CSRF to ride on. */
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
  SecurityWebFilterChain apiSecurity(
      ServerHttpSecurity http,
      Keyring keyring,
      FairUse fairUse,
      Metering metering,
      Problems problems) {
    return http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .csrf(ServerHttpSecurity.CsrfSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .addFilterAt(
            new KeyFilter(keyring, new BadKeys(), fairUse, metering, problems),
            SecurityWebFiltersOrder.AUTHENTICATION)
        .exceptionHandling(
            failures ->
                failures
                    .authenticationEntryPoint(
                        (exchange, e) -> problems.answer(exchange, Denials.noKey()))
                    .accessDeniedHandler(
                        (exchange, e) -> problems.answer(exchange, Denials.denied(e))))
        .authorizeExchange(
            routes ->
                routes
                    .pathMatchers(OPEN)
                    .permitAll()
                    .pathMatchers("/v1/estimates/**")
                    .access(scope(Scope.ESTIMATES))
                    .pathMatchers("/v1/valuations/**")
                    .access(scope(Scope.VALUATIONS))
                    .pathMatchers("/v1/appraisals/**")
                    .access(scope(Scope.APPRAISALS))
                    .pathMatchers("/v1/keys/**")
                    .access(scope(Scope.ADMIN))
                    .anyExchange()
                    .authenticated())
        .build();
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

  private static ReactiveAuthorizationManager<AuthorizationContext> scope(Scope scope) {
    return (authentication, context) ->
        authentication.map(caller -> granted(caller, scope)).defaultIfEmpty(DENIED);
  }

  private static final AuthorizationResult DENIED = new AuthorizationDecision(false);
  private static final AuthorizationResult GRANTED = new AuthorizationDecision(true);

  private static AuthorizationResult granted(Authentication caller, Scope scope) {
    if (caller instanceof KeyHolder holder && holder.key().opens(scope)) {
      return GRANTED;
    }
    throw new MissingScopeException(scope);
  }
}
