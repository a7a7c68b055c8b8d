package io.facet.service.estimates;

import io.facet.service.models.CurrentModel;
import io.facet.service.models.Witnesses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@Import(EstimateController.class)
public class EstimatesConfiguration {

  @Bean
  Estimator estimator(CurrentModel current, Witnesses witnesses) {
    return new Estimator(current, witnesses);
  }

  @Bean
  DirectEstimate directEstimate(Estimator estimator, JsonMapper json) {
    return new DirectEstimate(estimator, json);
  }
}
