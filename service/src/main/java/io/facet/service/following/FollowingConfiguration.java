package io.facet.service.following;

import io.facet.registry.models.ModelRegistry;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.ModelSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class FollowingConfiguration {

  @Bean
  ModelSource modelSource(
      ModelSettings settings,
      ObjectProvider<ModelRegistry> registry,
      CurrentModel current,
      MeterRegistry meters) {
    LookMeters looks = new LookMeters(meters);
    return switch (settings.origin()) {
      case ModelSettings.Origin.Folder folder -> new FolderModel(folder.path(), current);
      case ModelSettings.Origin.Registry _ ->
          new ChampionPoller(
              registry.getObject(),
              new ChampionFollower(
                  registry.getObject(), new ModelCache(settings.cache()), current, looks),
              new Polling(settings.poll()));
    };
  }
}
