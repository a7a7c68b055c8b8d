package io.facet.service.patience;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
public class PatienceConfiguration {

  @Bean
  WebServerFactoryCustomizer<NettyReactiveWebServerFactory> patience(
      PatienceSettings settings, JsonMapper json) {
    return factory ->
        factory.addServerCustomizers(
            server ->
                server.doOnChannelInit(
                    (observer, channel, address) -> Patience.watch(channel, settings, json)));
  }
}
