package io.facet.service.access;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.web.server.WebFilter;

/**
 * Spares requests that have passed the door the way through Spring Security, which finds only by
 * and by that none of its chains is for them.
 */
final class PastTheDoor implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof WebFilterChainProxy security)) {
      return bean;
    }
    WebFilter filter =
        (exchange, chain) ->
            KeyHolder.of(exchange) == null
                ? security.filter(exchange, chain)
                : chain.filter(exchange);
    return filter;
  }
}
