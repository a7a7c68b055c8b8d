package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document tells what is really on the wire. */
class DocsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final RunningService service = RunningService.shared();
  private static final JsonNode api = JSON.readTree(get("/v3/api-docs"));

  @Test
  void it_is_openapi_3_1_with_the_routes_that_there_are() {
    assertThat(api.get("openapi").asString()).startsWith("3.1");
    assertThat(api.get("paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/v1/estimates",
            "/v1/valuations",
            "/v1/valuations/{id}",
            "/v1/valuations/{id}/certificate",
            "/v1/valuations/export",
            "/v1/valuations/batch",
            "/v1/appraisals",
            "/v1/appraisals/{id}",
            "/v1/appraisals/used",
            "/v1/keys",
            "/v1/keys/{id}",
            "/v1/keys/{id}/rotate",
            "/v1/keys/events",
            "/v1/usage",
            "/v1/usage/export",
            "/v1/stones/similar",
            "/v1/stones/grades",
            "/v1/price-list",
            "/v1/price-list/changes",
            "/v1/collection",
            "/v1/collection/summary",
            "/v1/collection/distribution",
            "/v1/collection/{number}",
            "/v1/models",
            "/v1/models/refresh",
            "/v1/models/current",
            "/v1/models/{version}",
            "/v1/drift",
            "/login",
            "/logout",
            "/session");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/estimates, 200, Estimate",
    "/v1/estimates?detail=full, 200, ReasonedEstimate",
    "/v1/valuations, 201, Valuation",
    "/v1/stones/similar, 200, SimilarStones",
    "/v1/stones/grades, 200, NearbyGrades",
  })
  void an_answer_has_the_members_that_the_document_names(String path, int status, String schema) {
    String stone =
        path.endsWith("valuations")
            ? RunningService.STONE.replace("}", ",\"client_reference\":\"tray 4\"}")
            : RunningService.STONE;
    byte[] body =
        service
            .post(path, stone)
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult()
            .getResponseBody();

    JsonNode documented =
        api.at("/paths")
            .get(path.replaceFirst("\\?.*", ""))
            .at("/post/responses/" + status + "/content")
            .get("application/json")
            .get("schema");
    assertThat(documented.has("anyOf") ? documented.get("anyOf").values() : List.of(documented))
        .extracting(answer -> answer.get("$ref").asString())
        .contains("#/components/schemas/" + schema);
    sameMembers(JSON.readTree(body), resolve(api.at("/components/schemas/" + schema)), schema);
  }

  @Test
  void the_served_model_has_the_members_that_the_document_names() {
    JsonNode schema = api.at("/components/schemas/Model");
    byte[] body =
        service
            .client()
            .get()
            .uri("/v1/models/current")
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseBody();

    assertThat(JSON.readTree(body).propertyNames())
        .isSubsetOf(schema.get("properties").propertyNames())
        .containsAll(required(schema));
  }

  @Test
  void a_problem_has_the_members_that_the_document_names() {
    byte[] body =
        service
            .post("/v1/estimates", "{\"cut\":\"Superb\"}")
            .expectBody()
            .returnResult()
            .getResponseBody();
    JsonNode schema = api.at("/components/schemas/Problem");

    assertThat(JSON.readTree(body).propertyNames())
        .isSubsetOf(schema.get("properties").propertyNames())
        .containsAll(required(schema));
  }

  @Test
  void every_member_is_named_in_snake_case() {
    List<String> names =
        api.at("/components/schemas")
            .valueStream()
            .flatMap(schema -> schema.path("properties").propertyNames().stream())
            .toList();

    assertThat(names)
        .contains("price_per_carat", "request_id")
        .allMatch(n -> n.matches("[a-z_0-9]+"));
  }

  @Test
  void every_route_names_its_problems_and_needs_a_key() {
    assertThat(api.at("/paths/~1v1~1estimates/post/responses").propertyNames())
        .contains("200", "400", "401", "403", "406", "413", "415", "422", "500", "503");
    assertThat(
            api.at("/paths/~1v1~1estimates/post/responses/422/content")
                .get("application/problem+json")
                .at("/schema/$ref")
                .asString())
        .isEqualTo("#/components/schemas/Problem");
    assertThat(api.at("/components/securitySchemes/api_key/name").asString())
        .isEqualTo("X-API-Key");
    assertThat(api.at("/components/securitySchemes/facet_session/in").asString())
        .isEqualTo("cookie");
    assertThat(api.get("security")).hasSize(3);
    assertThat(api.at("/paths/~1login/post/security")).isEmpty();
  }

  @Test
  void what_is_sent_may_have_the_members_named_only_and_answers_may_grow() {
    JsonNode schemas = api.at("/components/schemas");

    assertThat(schemas.propertyStream().filter(one -> one.getValue().has("additionalProperties")))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "Stone",
            "ValuationRequest",
            "SimilarStonesRequest",
            "AppraisalRequest",
            "Used",
            "KeyOrder",
            "KeyRotation",
            "Credentials");
    assertThat(schemas.at("/KeyOrder/properties/expires_at/type").toString()).contains("null");
    assertThat(schemas.at("/Key/properties/expires_at/type").asString()).isEqualTo("string");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/valuations, ^val_[0-9a-f]{32}$",
    "/v1/appraisals, ^apr_[0-9a-f]{32}$",
    "/v1/keys, ^[0-9a-f]{16}$",
    "/v1/keys/events, ^kev_[0-9a-f]{32}$",
    "/v1/usage, '^[A-Za-z0-9_-]{1,600}$'"
  })
  void a_list_says_what_its_cursors_look_like(String path, String form) {
    assertThat(api.at("/paths").get(path).at("/get/parameters").valueStream())
        .filteredOn(parameter -> parameter.get("name").asString().equals("cursor"))
        .extracting(parameter -> parameter.at("/schema/pattern").asString())
        .containsExactly(form);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/valuations, post, 409",
    "/v1/valuations, get, 503",
    "/v1/valuations/{id}, get, 404",
    "/v1/valuations/{id}, delete, 404",
    "/v1/valuations/export, get, 403",
    "/v1/appraisals, post, 422",
    "/v1/appraisals/used, post, 503",
    "/v1/keys, post, 400",
    "/v1/keys/{id}, delete, 409",
    "/v1/keys/{id}/rotate, post, 409",
    "/login, post, 403",
    "/login, post, 429",
    "/login, post, 503",
    "/logout, post, 403",
    "/session, get, 401",
  })
  void a_route_names_the_problems_of_its_own(String path, String method, String status) {
    assertThat(api.at("/paths").get(path).at("/" + method + "/responses").propertyNames())
        .contains(status);
  }

  @Test
  void a_session_has_the_members_that_the_document_names() {
    JsonNode session = Browser.signedIn(service, service.key("staff")).session();

    sameMembers(session, resolve(api.at("/components/schemas/Session")), "Session");
  }

  @Test
  void the_example_stone_of_the_document_can_be_valued() {
    JsonNode properties = api.at("/components/schemas/Stone/properties");
    var stone = JSON.createObjectNode();
    properties.properties().forEach(p -> stone.set(p.getKey(), p.getValue().get("example")));

    service.post("/v1/estimates", stone.toString()).expectStatus().isOk();
  }

  @Test
  void the_page_loads_nothing_from_elsewhere() {
    String page = new String(get("/swagger-ui/index.html"), StandardCharsets.UTF_8);

    assertThat(page)
        .contains("swagger-ui-bundle.js")
        .doesNotContain("https://")
        .doesNotContain("http://");
    assertThat(get("/swagger-ui/swagger-ui-bundle.js")).hasSizeGreaterThan(100_000);
  }

  @Test
  void the_landing_page_says_what_this_is_and_where_to_read_on() {
    String page = new String(get("/"), StandardCharsets.UTF_8);

    assertThat(page).contains("Values diamonds and says why", "href=\"/docs\"", "href=\"/login\"");
  }

  private static void sameMembers(JsonNode value, JsonNode schema, String where) {
    if (value.isObject() && schema.has("properties")) {
      assertThat(value.propertyNames())
          .as(where)
          .containsExactlyInAnyOrderElementsOf(schema.get("properties").propertyNames());
      schema
          .get("properties")
          .properties()
          .forEach(
              member ->
                  sameMembers(
                      value.get(member.getKey()),
                      resolve(member.getValue()),
                      where + "/" + member.getKey()));
    } else if (value.isArray()) {
      value.forEach(item -> sameMembers(item, resolve(schema.path("items")), where + "[]"));
    }
  }

  private static JsonNode resolve(JsonNode schema) {
    return schema.has("$ref") ? api.at(schema.get("$ref").asString().substring(1)) : schema;
  }

  private static List<String> required(JsonNode schema) {
    return schema.get("required").valueStream().map(JsonNode::asString).toList();
  }

  private static byte[] get(String path) {
    return Objects.requireNonNull(
        service
            .anonymous()
            .mutate()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
            .build()
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody());
  }
}
