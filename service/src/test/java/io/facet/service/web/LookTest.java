package io.facet.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.facet.service.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every page looks, to people who see it and to people who don't. */
class LookTest {

  private static final RunningService SERVICE = House.shared().service();
  private static final int FIRST_VIEW_BYTES = 150_000;

  private static final List<String> PAGES =
      List.of(
          "/app/",
          "/app/what-if",
          "/app/collection",
          "/app/collection/1",
          "/app/appraise",
          "/app/valuations",
          "/app/upload",
          "/app/price-list",
          "/app/models",
          "/app/keys",
          "/app/nowhere");

  @ParameterizedTest
  @CsvSource({"1440, LIGHT", "1024, DARK", "390, LIGHT", "320, DARK"})
  void no_page_keeps_anybody_out_or_is_wider_than_its_window(int width, ColorScheme colors) {
    try (Visitor visitor = Visitor.signedIn(SERVICE, "admin", Visitor.window(width, colors))) {
      // So that drift has something to show.
      SERVICE.value(RunningService.STONE, 600);
      for (String path : PAGES) {
        Page page = visitor.open(path);
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
        visitor.settled();
        assertThat(violations(page)).as(path).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(width);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIGHT", "DARK"})
  void nor_does_the_page_to_sign_in(ColorScheme colors) {
    try (Visitor visitor = Visitor.stranger(SERVICE, Visitor.window(390, colors))) {
      visitor.page().navigate("/login");
      visitor.signIn("fct_live_none");
      visitor.page().locator(".notice").waitFor();

      assertThat(violations(visitor.page())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/app/"})
  void the_first_view_is_light(String path) {
    try (Visitor visitor = Visitor.signedIn(SERVICE, "staff")) {
      List<Response> answers = new ArrayList<>();
      Page page = visitor.window().newPage();
      page.onResponse(answers::add);
      page.navigate(path);
      page.locator(path.equals("/login") ? "form" : ".steps").waitFor();

      // A copy: asking for a size lets further answers come in.
      int bytes = List.copyOf(answers).stream().mapToInt(LookTest::size).sum();
      assertThat(bytes).isPositive().isLessThan(FIRST_VIEW_BYTES);
    }
  }

  @Test
  void what_is_read_stays_where_it_is() {
    try (Visitor visitor = Visitor.signedIn(SERVICE, "admin")) {
      for (String path : PAGES) {
        Page page = visitor.open(path);
        assertThat(number(page.evaluate(SHIFTS))).as(path).isLessThan(.1);
      }
    }
  }

  /** Cumulative layout shift, of which the web's own measure calls less than 0.1 good. */
  private static final String SHIFTS =
      """
      () => new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => {
          for (const shift of list.getEntries()) sum += shift.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 300);
      })
      """;

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static int size(Response answer) {
    var sizes = answer.request().sizes();
    return sizes.responseBodySize + sizes.responseHeadersSize;
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations()
            .stream()
            .flatMap(LookTest::places)
            .toList();
  }

  private static Stream<String> places(Rule rule) {
    return rule.getNodes().stream()
        .map(node -> rule.getId() + ": " + rule.getHelp() + " at " + node.getTarget());
  }

  /** A test that can't find a fault finds none. */
  @Test
  void a_picture_without_words_would_be_found() {
    try (Visitor visitor = Visitor.signedIn(SERVICE, "staff")) {
      visitor.open("/app/upload").evaluate("document.querySelector('main').append(new Image())");

      assertThat(violations(visitor.page())).anyMatch(place -> place.startsWith("image-alt"));
    }
  }
}
