package io.facet.service;

import io.facet.registry.folder.TestModel;
import io.facet.registry.mlflow.Mlflow;
import io.facet.registry.models.ModelRegistry;
import io.facet.service.pages.PagesFolder;
import io.facet.service.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The real service, listening on a free port, with a home of its own. */
public final class RunningService implements AutoCloseable {

  public static final String STONE =
      """
      {"carat":0.72,"cut":"Ideal","color":"F","clarity":"VS1",\
      "depth":61.5,"table":56,"x":5.75,"y":5.78,"z":3.55}""";

  /** How many appraised stones the shared service's model brings. */
  public static final int STONES = 400;

  private static final class Shared {
    static final RunningService SERVICE = serving(temporary());
  }

  private final Path home;
  private final ConfigurableApplicationContext context;

  private RunningService(Path home, ConfigurableApplicationContext context) {
    this.home = home;
    this.context = context;
  }

  /** One for all tests that only ask; it serves a model folder named {@code demo-model}. */
  public static RunningService shared() {
    return Shared.SERVICE;
  }

  /** Serves a model folder from {@code home}. */
  public static RunningService serving(Path home) {
    return start(home, Map.of("FACET_MODEL", model(home).toString())).withStore();
  }

  /** The same with its store at {@code database}. */
  public static RunningService serving(Path home, String database) {
    return start(home, Map.of("FACET_MODEL", model(home).toString(), "FACET_DATABASE", database));
  }

  private static Path model(Path home) {
    return TestModel.write(home.resolve("demo-model"), 6000, TestModel.collection(STONES));
  }

  public static RunningService start(Path home, Map<String, String> environment) {
    return start(
        home,
        environment,
        uri -> {
          throw new IllegalStateException("this test has no registry");
        });
  }

  /** Follows {@code registry}. */
  public static RunningService following(Path home, ModelRegistry registry) {
    return following(home, registry, 1);
  }

  /** The same, looking every so many seconds. */
  public static RunningService following(Path home, ModelRegistry registry, int poll) {
    return start(
        home,
        Map.of(
            "FACET_MLFLOW_URI", "http://127.0.0.1:1", "FACET_POLL_SECONDS", String.valueOf(poll)),
        uri -> registry);
  }

  /** Follows the champion of a real MLflow at {@code server}. */
  public static RunningService following(Path home, URI server, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("FACET_MLFLOW_URI", server.toString());
    all.put("FACET_POLL_SECONDS", "1");
    return start(home, all, uri -> Mlflow.at(uri).registry());
  }

  /** The same, with the challenger in the shadow. */
  public static RunningService shadowing(Path home, ModelRegistry registry) {
    return start(
        home,
        Map.of(
            "FACET_MLFLOW_URI", "http://127.0.0.1:1",
            "FACET_POLL_SECONDS", "1",
            "FACET_SHADOW", "challenger"),
        uri -> registry);
  }

  private static RunningService start(
      Path home, Map<String, String> environment, Function<URI, ModelRegistry> registries) {
    return start(home, environment, registries, PagesFolder.BUILT);
  }

  /** Serves a model folder from {@code home}, and the web app that lies at {@code pages}. */
  public static RunningService showing(Path home, String pages) {
    return start(
        home,
        Map.of("FACET_MODEL", model(home).toString()),
        uri -> {
          throw new IllegalStateException("this test has no registry");
        },
        new PagesFolder(pages));
  }

  private static RunningService start(
      Path home,
      Map<String, String> environment,
      Function<URI, ModelRegistry> registries,
      PagesFolder pages) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("FACET_HOME", home.toString());
    all.put("FACET_PORT", "0");
    return new RunningService(home, FacetService.start(Settings.read(all), registries, pages));
  }

  static Path temporary() {
    try {
      return Files.createTempDirectory("facet-service");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This service, once it has a model to answer with. */
  public RunningService withModel() {
    Awaitility.await()
        .untilAsserted(
            () -> client().get().uri("/v1/models/current").exchange().expectStatus().isOk());
    return this;
  }

  /** This service, once its store is open: it answers before, and a busy machine lets it. */
  RunningService withStore() {
    Awaitility.await().until(() -> bean(Store.class).trouble().isEmpty());
    return this;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  public String key(String name) {
    return keyIn(home, name);
  }

  static String keyIn(Path home, String name) {
    try {
      return Files.readString(home.resolve("keys").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return (context.getEnvironment().containsProperty("server.ssl.bundle") ? "https" : "http")
        + "://127.0.0.1:"
        + context.getEnvironment().getProperty("local.server.port");
  }

  /** A client without a key. */
  public WebTestClient anonymous() {
    return WebTestClient.bindToServer()
        .baseUrl(address())
        .responseTimeout(Duration.ofSeconds(20))
        .build();
  }

  /** A client with the key {@code demo}. */
  public WebTestClient client() {
    return anonymous().mutate().defaultHeader("X-API-Key", key("demo")).build();
  }

  public WebTestClient.ResponseSpec post(String path, String body) {
    return client()
        .post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  /** What the key {@code demo} reads at {@code path}. */
  public byte[] read(String path) {
    return read(path, "demo");
  }

  /** The same with another key of the first start. */
  byte[] read(String path, String key) {
    return Objects.requireNonNull(
        anonymous()
            .get()
            .uri(path)
            .header("X-API-Key", key(key))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody());
  }

  /** The body of a successful answer. */
  public byte[] answer(String path, String body) {
    return Objects.requireNonNull(
        post(path, body)
            .expectStatus()
            .is2xxSuccessful()
            .expectBody()
            .returnResult()
            .getResponseBody());
  }

  /** Has {@code stone} valued as often as that, without reasons. */
  public void value(String stone, int times) {
    client()
        .post()
        .uri("/v1/valuations/batch?detail=price")
        .contentType(MediaType.APPLICATION_NDJSON)
        .accept(MediaType.APPLICATION_NDJSON)
        .bodyValue((stone + "\n").repeat(times))
        .exchange()
        .expectStatus()
        .isOk()
        // Line by line: all of them together are more than a client keeps.
        .returnResult(String.class)
        .getResponseBody()
        .blockLast();
  }

  @Override
  public void close() {
    context.close();
  }
}
