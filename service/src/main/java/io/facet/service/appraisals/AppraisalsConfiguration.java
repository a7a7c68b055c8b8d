package io.facet.service.appraisals;

import io.facet.service.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({AppraisalController.class, PipelineController.class})
public class AppraisalsConfiguration {

  @Bean
  AppraisalStore appraisalStore(Store store) {
    return new SqlAppraisalStore(store);
  }
}
