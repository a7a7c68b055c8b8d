package io.facet.service.problems;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
public class ProblemsConfiguration {

  @Bean
  Problems problems(JsonMapper json) {
    return new Problems(json);
  }

  @Bean
  WebServerFactoryCustomizer<NettyReactiveWebServerFactory> unreadableAddresses(JsonMapper json) {
    return factory -> factory.addServerCustomizers(new UnreadableAddress(json));
  }
}
