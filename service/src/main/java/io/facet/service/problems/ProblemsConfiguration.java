package io.facet.service.problems;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
public class ProblemsConfiguration {

  @Bean
  Problems problems(JsonMapper json) {
    return new Problems(json);
  }
}
