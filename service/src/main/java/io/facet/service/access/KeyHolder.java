package io.facet.service.access;

import io.facet.service.keys.ApiKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;

/** Whoever called with a valid key. Holds no secret. */
public final class KeyHolder extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private static final String PASSED = KeyHolder.class.getName();

  private final transient ApiKey key;

  public KeyHolder(ApiKey key) {
    super(List.of());
    this.key = key;
    setAuthenticated(true);
  }

  /** Who has passed the API's door with {@code exchange}; null where nobody has. */
  public static @Nullable KeyHolder of(ServerWebExchange exchange) {
    return exchange.getAttribute(PASSED);
  }

  /** Says that this is who has passed the door with {@code exchange}. */
  public void pass(ServerWebExchange exchange) {
    exchange.getAttributes().put(PASSED, this);
  }

  public ApiKey key() {
    return key;
  }

  @Override
  public Object getPrincipal() {
    return key.name();
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyHolder holder && holder.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
