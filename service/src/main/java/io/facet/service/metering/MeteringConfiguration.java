package io.facet.service.metering;

import io.facet.service.keys.Keyring;
import io.facet.service.limits.DailyUse;
import io.facet.service.limits.FairUse;
import io.facet.service.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class MeteringConfiguration {

  @Bean
  UsageStore usageStore(Store store) {
    return new SqlUsageStore(store);
  }

  @Bean
  UsageMeter usageMeter() {
    return new UsageMeter(Clock.systemUTC());
  }

  @Bean
  Metering metering(UsageMeter meter) {
    return new Metering(meter);
  }

  @Bean
  UsageReporter usageReporter(
      UsageMeter meter,
      UsageStore store,
      DailyUse daily,
      FairUse fairUse,
      Keyring keyring,
      MeterRegistry meters,
      MeteringSettings settings) {
    return new UsageReporter(
        meter,
        store,
        daily,
        () -> fairUse.keepOnly(keyring.ids()),
        new BilledUnits(meters),
        settings.left());
  }
}
