package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** {@code openapi.yaml}, for those who read the API without running it, is what the code says. */
class OpenApiFileTest {

  private static final Path FILE = Path.of("openapi.yaml");

  @Test
  void the_file_says_what_the_service_says() throws IOException {
    String said = said();
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(FILE, said);
    }

    Map<String, Object> file = new Yaml().load(Files.readString(FILE));
    Map<String, Object> service = new Yaml().load(said);
    assertThat(file)
        .as(
            "openapi.yaml is stale: ./facet mvn -pl service -am test -Dtest=OpenApiFileTest"
                + " -Dopenapi.write=true -Dsurefire.failIfNoSpecifiedTests=false writes it")
        .isEqualTo(service);
  }

  private static String said() {
    RunningService service = RunningService.shared();
    byte[] body =
        service
            .anonymous()
            .mutate()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
            .build()
            .get()
            .uri("/v3/api-docs.yaml")
            .header("X-API-Key", service.key("demo"))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
  }
}
