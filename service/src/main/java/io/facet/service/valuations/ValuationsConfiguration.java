package io.facet.service.valuations;

import io.facet.service.models.Witnesses;
import io.facet.service.store.Store;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@Import({ValuationController.class, StoredValuationController.class})
public class ValuationsConfiguration {

  @Bean
  ValuationStore valuationStore(Store store) {
    return new SqlValuationStore(store);
  }

  @Bean
  Valuations valuations(ValuationStore store, JsonMapper json, Witnesses witnesses) {
    return new Valuations(new Valuer(json, witnesses), store);
  }

  @Bean
  Retention retention(ValuationStore store, RetentionSettings settings) {
    return new Retention(store, settings.kept(), Clock.systemUTC());
  }

  @Bean
  CsvExport csvExport(ValuationStore store, JsonMapper json) {
    return new CsvExport(store, json);
  }
}
