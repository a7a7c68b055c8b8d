package io.facet.service.drift;

import io.facet.service.models.CurrentModel;
import io.facet.valuation.stone.Factor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(DriftController.class)
public class DriftConfiguration {

  @Bean
  RecentStones recentStones() {
    return new RecentStones();
  }

  @Bean
  LiveDrift liveDrift(CurrentModel current, RecentStones recent, MeterRegistry meters) {
    LiveDrift drift = new LiveDrift(current, recent, Clock.systemUTC());
    for (Factor factor : Factor.values()) {
      Gauge.builder("facet.drift.psi", drift, it -> it.psi(factor))
          .description("The stones asked last against those that the model has learned from")
          .tag("factor", factor.label())
          .register(meters);
    }
    return drift;
  }
}
