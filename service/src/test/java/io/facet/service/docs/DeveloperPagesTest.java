package io.facet.service.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.RunningService;
import io.facet.service.html.HtmlPage;
import io.facet.service.problems.ProblemType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

class DeveloperPagesTest {

  private static final RunningService service = RunningService.shared();
  private static final int SECONDS = 60;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "bash, valuation.sh",
    "node, valuation.mjs",
    "python3, valuation.py",
    "java, Valuation.java"
  })
  void a_quick_start_prints_a_price_and_the_id_of_a_valuation(String runtime, String file)
      throws Exception {
    String price =
        JsonMapper.shared()
            .readTree(service.answer("/v1/estimates", RunningService.STONE))
            .get("price")
            .asString();

    Ran first = run(runtime, file, service.key("demo"));
    Ran again = run(runtime, file, service.key("demo"));

    assertThat(first.exit()).as(first.output()).isZero();
    assertThat(first.output()).contains(price).containsPattern("val_[0-9a-f]{32}");
    assertThat(again.output()).as("sent again it makes nothing twice").isEqualTo(first.output());
  }

  @ParameterizedTest
  @CsvSource({
    "bash, valuation.sh",
    "node, valuation.mjs",
    "python3, valuation.py",
    "java, Valuation.java"
  })
  void a_quick_start_says_what_went_wrong(String runtime, String file) throws Exception {
    Ran ran = run(runtime, file, "fct_live_none");

    assertThat(ran.exit()).isNotZero();
    assertThat(ran.output()).contains("A valid API key is needed");
  }

  @Test
  void all_of_them_are_on_their_page_as_they_are_run() {
    String page = page("/docs/quick-starts");

    assertThat(DeveloperPages.QUICK_STARTS).hasSize(5);
    DeveloperPages.QUICK_STARTS.forEach(
        (language, file) ->
            assertThat(page)
                .contains("<h2>" + HtmlUtils.htmlEscape(language) + "</h2>")
                .contains(HtmlUtils.htmlEscape(HtmlPage.resource("/quick-starts/" + file))));
  }

  @ParameterizedTest
  @EnumSource
  void every_problem_has_a_page_where_its_type_says_and_stands_in_the_catalogue(ProblemType type) {
    assertThat(page(type.uri().getPath()))
        .contains("<h1>" + HtmlUtils.htmlEscape(type.title()) + "</h1>")
        .contains(HtmlUtils.htmlEscape(type.advice()))
        .contains("status " + type.status());
    assertThat(page("/problems")).contains("href=\"" + type.uri().getPath() + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs/quick-starts", "/docs/changes", "/problems"})
  void what_a_page_links_to_is_there(String path) {
    List<String> links = new ArrayList<>();
    Matcher found = Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(page(path));
    while (found.find()) {
      links.add(found.group(1));
    }

    assertThat(links)
        .hasSizeGreaterThan(2)
        .allSatisfy(
            link ->
                service
                    .anonymous()
                    .get()
                    .uri(link)
                    .exchange()
                    .expectStatus()
                    .value(status -> assertThat(status).as(link).isIn(200, 302)));
  }

  @Test
  void a_problem_that_there_is_not_has_no_page() {
    service.anonymous().get().uri("/problems/none").exchange().expectStatus().isNotFound();
  }

  private static String page(String path) {
    return Objects.requireNonNull(
        service
            .anonymous()
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private record Ran(int exit, String output) {}

  private Ran run(String runtime, String file, String key) throws Exception {
    Path program = folder.resolve(file);
    Files.writeString(program, HtmlPage.resource("/quick-starts/" + file));
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(program(runtime), program.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("FACET_URL", service.address());
    builder.environment().put("FACET_KEY", key);
    Process process = start(builder, runtime);
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as(file).isTrue();
    return new Ran(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  /** The JDK of this test rather than whichever comes first. */
  private static String program(String runtime) {
    return runtime.equals("java")
        ? Path.of(System.getProperty("java.home"), "bin/java").toString()
        : runtime;
  }

  private static Process start(ProcessBuilder builder, String runtime) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new AssertionError("install " + runtime + " to run these tests", e);
    }
  }
}
