package io.facet.service.access;

import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Keyring;
import io.facet.service.limits.Allowance;
import io.facet.service.limits.FairUse;
import io.facet.service.metering.Metering;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.Problems;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Knows the caller by the key in {@code X-API-Key} or {@code Authorization: Bearer}. A request
 * without a key goes on as nobody's; one with a bad key ends here, wherever it was going.
 */
final class KeyFilter implements WebFilter {

  private static final String BEARER = "Bearer ";

  private final Keyring keyring;
  private final BadKeys badKeys;
  private final FairUse fairUse;
  private final Metering metering;
  private final Problems problems;

  KeyFilter(
      Keyring keyring, BadKeys badKeys, FairUse fairUse, Metering metering, Problems problems) {
    this.keyring = keyring;
    this.badKeys = badKeys;
    this.fairUse = fairUse;
    this.metering = metering;
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String presented = presented(exchange.getRequest().getHeaders());
    if (presented == null) {
      return chain.filter(exchange);
    }
    // A key at work goes on, whoever else guesses from behind the same address.
    InetSocketAddress caller = exchange.getRequest().getRemoteAddress();
    long wait = badKeys.secondsToWait(caller);
    if (wait > 0 && !keyring.isAtWork(presented)) {
      return problems.answer(exchange, Denials.tooManyBadKeys(wait));
    }
    Optional<ApiKey> holder = keyring.holder(presented);
    if (holder.isEmpty()) {
      badKeys.add(caller);
      return problems.answer(exchange, Denials.badKey());
    }
    metering.count(exchange, holder.get());
    Optional<ProblemException> refusal = refusal(exchange, holder.get());
    if (refusal.isPresent()) {
      return problems.answer(exchange, refusal.get());
    }
    return chain
        .filter(exchange)
        .contextWrite(
            ReactiveSecurityContextHolder.withAuthentication(new KeyHolder(holder.get())));
  }

  private Optional<ProblemException> refusal(ServerWebExchange exchange, ApiKey key) {
    Allowance allowance = fairUse.take(key, 1);
    if (allowance == null) {
      return Optional.empty();
    }
    allowance.tell(exchange.getResponse().getHeaders());
    return allowance.refusal();
  }

  private static @Nullable String presented(HttpHeaders headers) {
    String key = headers.getFirst("X-API-Key");
    if (key != null) {
      return key.strip();
    }
    String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
    if (authorization == null) {
      return null;
    }
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).strip()
        : authorization;
  }
}
