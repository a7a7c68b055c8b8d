package io.facet.service.pages;

import io.facet.service.signin.Visitors;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
public class PagesConfiguration implements WebFluxConfigurer {

  private static final Map<String, MediaType> TYPES =
      Map.of("webmanifest", new MediaType("application", "manifest+json"));

  private final PagesFolder folder;

  PagesConfiguration(PagesFolder folder) {
    this.folder = folder;
  }

  @Bean
  RouterFunction<ServerResponse> pages(Visitors visitors) {
    return new Pages(folder, visitors).routes();
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // Their names change with what they hold.
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(folder.location() + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new BrotliFirst());
    registry
        .addResourceHandler("/{file:favicon\\.svg|manifest\\.webmanifest|robots\\.txt}")
        .addResourceLocations(folder.location())
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .setMediaTypes(TYPES);
  }
}
