package io.facet.service.shortway;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ShortWayConfiguration {

  @Bean
  ShortWay shortWay(ObjectProvider<DirectRoute> routes) {
    return new ShortWay(routes.stream().toList());
  }
}
