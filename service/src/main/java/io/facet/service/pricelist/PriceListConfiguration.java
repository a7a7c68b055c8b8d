package io.facet.service.pricelist;

import io.facet.service.models.ModelSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({PriceListController.class, ChangesController.class})
public class PriceListConfiguration {

  @Bean
  EarlierLists earlierLists(ModelSource source) {
    return new EarlierLists(source);
  }
}
