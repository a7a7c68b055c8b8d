package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.keys.Scope;
import io.facet.service.keys.TestKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries every route that there is with what belongs to another business. Routes are taken from the
 * running service, so that a new one can't be forgotten.
 */
class TenancyTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PEPPER = "a pepper for two businesses";
  private static final String VICTIM = "Victim & Sons";
  private static final String MARK = "the-victims-own-name";
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final Scope[] ALL_BUT_ADMIN =
      Stream.of(Scope.values()).filter(scope -> scope != Scope.ADMIN).toArray(Scope[]::new);

  /** These know of nobody but the browser that asks: see SignInTest. */
  private static final String[] OF_SESSIONS = {"/login", "/logout", "/session"};

  @TempDir private static Path home;

  private static RunningService service;
  private static String victim = "";
  private static String thief = "";
  private static Browser signedInThief;
  private static String valuation = "";
  private static String appraisal = "";

  @BeforeAll
  static void start() {
    victim = TestKeys.addFor(VICTIM, home, PEPPER, ALL_BUT_ADMIN);
    thief = TestKeys.addFor("Thief", home, PEPPER, ALL_BUT_ADMIN);
    Path model = TestModel.write(home.resolve("model"), 6000);
    service =
        RunningService.start(
            home, Map.of("FACET_MODEL", model.toString(), "FACET_KEY_PEPPER", PEPPER));
    String stone = RunningService.STONE.replace("}", ",\"client_reference\":\"" + MARK + "\"}");
    // On a busy machine the store takes longer to open than a request waits for it.
    valuation =
        Awaitility.await()
            .ignoreExceptions()
            .until(() -> id(send(victim, "POST", "/v1/valuations", stone)), id -> !id.isEmpty());
    signedInThief = Browser.signedIn(service, thief);
    appraisal = id(send(victim, "POST", "/v1/appraisals", stone.replace("}", ",\"price\":3412}")));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static Stream<Route> routes() {
    return service.beans(RequestMappingHandlerMapping.class).stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(TenancyTest::routes)
        .filter(route -> route.path().startsWith("/v1/"));
  }

  private static Stream<Route> routes(RequestMappingInfo info) {
    return info.getPatternsCondition().getPatterns().stream()
        .flatMap(
            pattern ->
                info.getMethodsCondition().getMethods().stream()
                    .map(method -> new Route(method, pattern.getPatternString())));
  }

  record Route(RequestMethod method, String path) {}

  @ParameterizedTest
  @MethodSource("routes")
  void no_route_tells_or_changes_what_is_another_businesss(Route route) {
    for (String id : List.of(valuation, appraisal, id(victim))) {
      for (String path : paths(route.path(), id)) {
        for (String body : bodies(id)) {
          nothingIsTold(send(thief, route.method().name(), path, body), route, path, id);
          nothingIsTold(sendSignedIn(route.method().name(), path, body), route, path, id);
        }
      }
    }
    everythingIsStillThere();
  }

  private static void nothingIsTold(
      EntityExchangeResult<byte[]> answer, Route route, String path, String id) {
    int status = answer.getStatus().value();

    // 503 is honest: this model brings no stones, so there are no price list and no collection.
    assertThat(status).as("%s %s", route, path).isNotEqualTo(500);
    if (route.path().contains("{")) {
      assertThat(status).as("%s %s", route, path).isIn(400, 403, 404, 405, 415, 503);
    }
    assertThat(told(answer)).as("%s %s", route, path).doesNotContain(MARK, VICTIM);
    assertThat(toldIds(answer)).as("%s %s", route, path).doesNotContain(id);
  }

  @Test
  void the_routes_that_are_tried_are_those_of_the_document() {
    byte[] document =
        service
            .anonymous()
            .mutate()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
            .build()
            .get()
            .uri("/v3/api-docs")
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseBody();

    assertThat(Stream.concat(routes().map(Route::path), Stream.of(OF_SESSIONS)).distinct())
        .containsAll(JSON.readTree(document).get("paths").propertyNames())
        .hasSizeGreaterThanOrEqualTo(12);
  }

  private static void everythingIsStillThere() {
    assertThat(told(send(victim, "GET", "/v1/valuations/" + valuation, ""))).contains(MARK);
    assertThat(told(send(victim, "GET", "/v1/appraisals/" + appraisal, "")))
        .contains(MARK)
        .doesNotContain("used_by\":\"");
  }

  private static List<String> paths(String pattern, String id) {
    String path =
        PARAMETER
            .matcher(pattern)
            .replaceAll(
                parameter -> {
                  assertThat(parameter.group(1))
                      .as("a parameter that this test doesn't know: teach it what to put there")
                      .isIn("id", "number", "version");
                  return id;
                });
    return List.of(
        path,
        path + "?limit=100",
        path + "?cursor=" + id,
        path + "?client_reference=" + MARK,
        path + "?business={business}",
        path + "?key_id=" + id(victim) + "&id=" + id);
  }

  private static List<String> bodies(String id) {
    return List.of(
        "",
        RunningService.STONE,
        "{\"ids\":[\"" + appraisal + "\"],\"model_version\":\"" + id + "\"}");
  }

  /** What was answered, but for the address that was asked and ids said to be unknown. */
  private static String told(EntityExchangeResult<byte[]> answer) {
    byte[] body = answer.getResponseBody();
    return body == null
        ? ""
        : new String(body, StandardCharsets.UTF_8).replaceAll("\"instance\":\"[^\"]*\"", "");
  }

  private static String toldIds(EntityExchangeResult<byte[]> answer) {
    return told(answer)
        .replaceAll("\"model_version\":\"[^\"]*\"", "")
        .replaceAll("\"unknown\":\\[[^]]*]", "");
  }

  private static EntityExchangeResult<byte[]> send(
      String key, String method, String path, String body) {
    var request =
        service
            .anonymous()
            .method(HttpMethod.valueOf(method))
            .uri(path, Map.of("business", VICTIM))
            .header("X-API-Key", key);
    return (body.isEmpty()
            ? request
            : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
        .exchange()
        .expectBody()
        .returnResult();
  }

  private static EntityExchangeResult<byte[]> sendSignedIn(
      String method, String path, String body) {
    return signedInThief
        .ask(method, path.replace("{business}", "Victim"), body)
        .expectBody()
        .returnResult();
  }

  private static String id(EntityExchangeResult<byte[]> made) {
    JsonNode answer = JSON.readTree(Objects.requireNonNull(made.getResponseBody()));
    return answer.get("id").asString();
  }

  private static String id(String key) {
    return key.split("_", -1)[2];
  }
}
