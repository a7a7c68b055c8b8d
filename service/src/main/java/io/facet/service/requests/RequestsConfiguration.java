package io.facet.service.requests;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class RequestsConfiguration {

  @Bean
  RequestId requestId() {
    return new RequestId();
  }

  @Bean
  RequestTimes requestTimes(MeterRegistry meters) {
    return new RequestTimes(meters);
  }
}
