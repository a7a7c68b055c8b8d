package io.facet.service.shadow;

import io.facet.registry.models.ModelRegistry;
import io.facet.service.following.ChallengerFollower;
import io.facet.service.following.ModelSettings;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Part of the service only where the operator wants it. */
@Configuration(proxyBeanMethods = false)
public class ShadowConfiguration {

  @Bean
  Shadow shadow(MeterRegistry meters) {
    return new Shadow(meters);
  }

  @Bean
  ChallengerFollower challengerFollower(
      ModelRegistry registry, ShadowSettings settings, ModelSettings model, Shadow shadow) {
    return new ChallengerFollower(registry, settings.cache(), model.poll(), shadow::challenge);
  }
}
