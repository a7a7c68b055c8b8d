package io.facet.service.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class LimitsConfiguration {

  @Bean
  DailyUse dailyUse() {
    return new DailyUse(Clock.systemUTC());
  }

  @Bean
  FairUse fairUse(DailyUse daily) {
    return new FairUse(daily, TimeMeter.SYSTEM_MILLISECONDS);
  }
}
