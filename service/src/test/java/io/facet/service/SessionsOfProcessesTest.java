package io.facet.service;

import io.facet.registry.folder.TestModel;
import io.facet.service.store.TestPostgres;
import io.facet.service.store.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions when there are several processes, several starts, or no store. */
class SessionsOfProcessesTest {

  private static final String PEPPER = "a pepper for two processes";

  @Test
  void a_restart_signs_nobody_out_and_nobody_in(@TempDir Path home) {
    Browser staying;
    Browser leaving;
    try (RunningService service = start(home, "")) {
      staying = signedIn(service);
      leaving = signedIn(service);
      leaving.post("/logout", "").expectStatus().isNoContent();
    }
    try (RunningService service = start(home, "")) {
      estimates(staying.at(service), 200);
      estimates(leaving.at(service), 401);
    }
  }

  @Test
  void whoever_signs_in_at_one_process_is_known_to_the_other_until_they_sign_out(
      @TempDir Path homes) {
    String database = TestPostgres.address();
    try (RunningService one = start(homes.resolve("one"), database)) {
      Browser browser = signedIn(one);
      try (RunningService two = start(homes.resolve("two"), database)) {
        Browser there = browser.at(two);
        within(Duration.ofSeconds(10), () -> estimates(there, 200));

        browser.post("/logout", "").expectStatus().isNoContent();

        estimates(browser, 401);
        within(Duration.ofSeconds(2), () -> estimates(there, 401));
      }
    }
  }

  @Test
  void with_the_store_away_those_who_are_known_go_on_and_nobody_signs_in(@TempDir Path home)
      throws IOException {
    try (Wire wire = new Wire(TestPostgres.port());
        RunningService service = start(home, TestPostgres.address(wire.port()))) {
      Browser known = signedIn(service);
      Browser leaving = signedIn(service);
      wire.cut();

      within(
          Duration.ofSeconds(10),
          () ->
              new Browser(service)
                  .login(service.key("staff"))
                  .expectStatus()
                  .isEqualTo(503)
                  .expectHeader()
                  .valueEquals("Retry-After", "5"));
      estimates(known, 200);
      leaving
          .post("/logout", "")
          .expectStatus()
          .isEqualTo(503)
          .expectCookie()
          .maxAge("facet_session", Duration.ZERO);
      estimates(leaving, 401);

      wire.mend();
      within(Duration.ofSeconds(10), () -> signedIn(service));
      estimates(known, 200);
      estimates(leaving, 401);
    }
  }

  private static Browser signedIn(RunningService service) {
    return Browser.signedIn(service, service.key("staff"));
  }

  private static RunningService start(Path home, String database) {
    Path model = TestModel.write(home.resolve("demo-model"), 6000);
    return RunningService.start(
        home,
        Map.of(
            "FACET_MODEL", model.toString(),
            "FACET_DATABASE", database,
            "FACET_KEY_PEPPER", PEPPER));
  }

  private static void estimates(Browser browser, int status) {
    browser.post("/v1/estimates", RunningService.STONE).expectStatus().isEqualTo(status);
  }

  private static void within(Duration time, ThrowingRunnable check) {
    Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(time).untilAsserted(check);
  }
}
