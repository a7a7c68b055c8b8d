package io.facet.service.models;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(ModelController.class)
public class ModelsConfiguration {

  @Bean
  CurrentModel currentModel(MeterRegistry meters) {
    CurrentModel current = new CurrentModel(new ModelMeters(meters)::served);
    ModelMeters.age(current, meters);
    return current;
  }

  @Bean
  ModelHistory modelHistory(ModelSource source) {
    return new ModelHistory(source);
  }

  // The bean's name is the name in the readiness group and its answer.
  @Bean
  ModelHealth model(CurrentModel current) {
    return new ModelHealth(current);
  }
}
