package io.facet.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.pages.PagesFolder;
import io.facet.service.stones.StoneReader;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service, and in the same process, on the same threads, at another port, a WebFlux route that
 * reads the same body and writes an answer of the same size in the same way, and does nothing else:
 * no keys, limits, counting, model. What an estimate is measured against by {@code ./facet bench
 * serving}, which starts this beside the service's jar.
 */
final class BareRoute {

  private BareRoute() {}

  public static void main(String[] arguments) {
    ConfigurableApplicationContext service =
        FacetService.start(
            Settings.read(System.getenv()),
            uri -> {
              throw new IllegalStateException("the bench serves a folder");
            },
            PagesFolder.BUILT);
    AnnotationConfigApplicationContext bare = new AnnotationConfigApplicationContext();
    bare.registerBean(JsonMapper.class, () -> service.getBean(JsonMapper.class));
    bare.register(Web.class, Route.class);
    bare.refresh();
    DisposableServer server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .runOn(service.getBean(ReactorResourceFactory.class).getLoopResources())
            .handle(
                new ReactorHttpHandlerAdapter(
                    WebHttpHandlerBuilder.applicationContext(bare).build()))
            .bindNow();
    System.out.println("Bare route on port " + server.port());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableWebFlux
  static class Web implements WebFluxConfigurer {

    private final JsonMapper json;

    Web(JsonMapper json) {
      this.json = json;
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
      codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(json));
    }
  }

  @RestController
  static class Route {

    private static final Answer ANSWER =
        new Answer(
            new BigDecimal("3433.91"),
            new BigDecimal("4769.32"),
            new Range(new BigDecimal("2889.18"), new BigDecimal("4105.20"), .9),
            List.of(),
            new Model("facet", "bench-model"));

    private final StoneReader stones = new StoneReader();

    @PostMapping(
        path = "/v1/estimates",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Answer> answer(ServerHttpRequest request) {
      return stones.read(request).map(written -> ANSWER);
    }
  }

  record Answer(
      BigDecimal price,
      @JsonProperty("price_per_carat") BigDecimal pricePerCarat,
      Range range,
      List<String> caveats,
      Model model) {}

  record Range(BigDecimal low, BigDecimal high, double coverage) {}

  record Model(String name, String version) {}
}
