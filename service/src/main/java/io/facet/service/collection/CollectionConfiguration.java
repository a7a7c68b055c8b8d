package io.facet.service.collection;

import io.facet.service.models.CurrentModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(CollectionController.class)
public class CollectionConfiguration {

  @Bean
  Books books(CollectionSettings settings, CurrentModel current) {
    return new Books(settings, current);
  }
}
