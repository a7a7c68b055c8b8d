package io.facet.service.access;

import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Keyring;
import io.facet.service.limits.Allowance;
import io.facet.service.limits.FairUse;
import io.facet.service.metering.Metering;
import io.facet.service.problems.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Knows the caller by the key in {@code X-API-Key} or {@code Authorization: Bearer}, and whether it
 * may ask now.
 */
public final class KeyCheck {

  private static final String BEARER = "Bearer ";

  private final Keyring keyring;
  private final BadKeys badKeys = new BadKeys();
  private final FairUse fairUse;
  private final Metering metering;
  private final Counter refused;

  KeyCheck(Keyring keyring, FairUse fairUse, Metering metering, MeterRegistry meters) {
    this.keyring = keyring;
    this.fairUse = fairUse;
    this.metering = metering;
    this.refused =
        Counter.builder("facet.keys.bad")
            .description("Requests with a key that isn't valid")
            .register(meters);
    Gauge.builder("facet.keys.known", keyring, ring -> ring.ids().size())
        .description("Keys in memory, revoked ones too")
        .register(meters);
  }

  /** The caller's key, or empty where there is none; throws where it may not be used now. */
  Optional<ApiKey> check(ServerWebExchange exchange) {
    String presented = presented(exchange.getRequest().getHeaders());
    return presented == null ? Optional.empty() : Optional.of(check(exchange, presented));
  }

  /** The key that {@code presented} is; throws where it isn't one, or may not be used now. */
  public ApiKey check(ServerWebExchange exchange, String presented) {
    long wait = badKeys.secondsToWait(exchange.getRequest().getRemoteAddress());
    // A key at work goes on, whoever else guesses from behind the same address.
    if (wait > 0 && !keyring.isAtWork(presented)) {
      throw Denials.tooManyBadKeys(wait);
    }
    Optional<ApiKey> key = keyring.holder(presented);
    if (key.isEmpty()) {
      countGuess(exchange);
      throw Denials.badKey();
    }
    admit(exchange, key.get());
    return key.get();
  }

  /** Counts the request of {@code exchange} for {@code key}; throws where it may not ask now. */
  void admit(ServerWebExchange exchange, ApiKey key) {
    metering.count(exchange, key);
    limit(exchange, key);
  }

  /** Throws where too many bad keys came from whoever asks. */
  public void refuseGuesses(ServerWebExchange exchange) {
    long wait = badKeys.secondsToWait(exchange.getRequest().getRemoteAddress());
    if (wait > 0) {
      throw Denials.tooManyBadKeys(wait);
    }
  }

  /** Something as secret as a key, and no better than a bad one, came from whoever asks. */
  public void countGuess(ServerWebExchange exchange) {
    badKeys.add(exchange.getRequest().getRemoteAddress());
    refused.increment();
  }

  private void limit(ServerWebExchange exchange, ApiKey key) {
    Allowance allowance = fairUse.take(key, 1);
    if (allowance != null) {
      allowance.tell(exchange.getResponse().getHeaders());
      Optional<ProblemException> refusal = allowance.refusal();
      if (refusal.isPresent()) {
        throw refusal.get();
      }
    }
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
