package io.facet.service.models;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(ModelController.class)
public class ModelsConfiguration {

  @Bean
  CurrentModel currentModel() {
    return new CurrentModel();
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
