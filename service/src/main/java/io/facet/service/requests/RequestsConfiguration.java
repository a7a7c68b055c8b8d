package io.facet.service.requests;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

@Configuration(proxyBeanMethods = false)
public class RequestsConfiguration {

  @Bean
  RequestId requestId() {
    return new RequestId();
  }

  @Bean
  WebFluxRegistrations closestRoutes() {
    return new WebFluxRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ClosestRoutes();
      }
    };
  }

  // Named as Spring looks for it.
  @Bean
  ForwardedHeaderTransformer forwardedHeaderTransformer(ProxySettings proxies) {
    return new BehindProxies(proxies);
  }

  @Bean
  RequestTimes requestTimes(MeterRegistry meters) {
    return new RequestTimes(meters);
  }
}
