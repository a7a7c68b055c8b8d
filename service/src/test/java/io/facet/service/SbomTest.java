package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.SpringVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials that the build puts into the jar. */
class SbomTest {

  private static final List<JsonNode> components = sbom().get("components").valueStream().toList();

  @Test
  void it_names_the_libraries_of_the_service_with_their_versions() {
    assertThat(components)
        .extracting(SbomTest::coordinates)
        .contains("org.springframework:spring-webflux:" + SpringVersion.getVersion())
        .anyMatch(one -> one.startsWith("io.facet:facet-valuation:"))
        .noneMatch(one -> one.startsWith("org.junit") || one.contains("haifengl"));
  }

  @Test
  void nothing_comes_under_the_gpl_alone() {
    assertThat(components)
        .filteredOn(SbomTest::isGplOnly)
        .extracting(SbomTest::coordinates)
        .isEmpty();
  }

  @Test
  void nobody_is_told() {
    RunningService.shared()
        .client()
        .get()
        .uri("/actuator/sbom/application")
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  private static String coordinates(JsonNode component) {
    return "%s:%s:%s"
        .formatted(
            component.path("group").asString(),
            component.get("name").asString(),
            component.get("version").asString());
  }

  /** Where there is a choice, such as EPL or GPL, the other is ours. */
  private static boolean isGplOnly(JsonNode component) {
    List<String> licenses =
        component.path("licenses").valueStream().map(JsonNode::toString).toList();
    return !licenses.isEmpty()
        && licenses.stream()
            .allMatch(license -> license.matches(".*(?<![A-Z])A?GPL.*|.*GNU General Public.*"));
  }

  private static JsonNode sbom() {
    try (InputStream file =
        SbomTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
