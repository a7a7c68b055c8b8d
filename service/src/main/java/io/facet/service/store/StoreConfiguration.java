package io.facet.service.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  // The watch closes it, once nobody can ask any more.
  @Bean(destroyMethod = "")
  Store database(StoreSettings settings, MeterRegistry meters) {
    return new Store(Database.at(settings.place()), PATIENCE, meters);
  }

  @Bean
  StoreWatch storeWatch(Store store) {
    return new StoreWatch(store);
  }

  // The bean's name is the name in the readiness group and its answer.
  @Bean
  StoreHealth store(Store store) {
    return new StoreHealth(store);
  }
}
