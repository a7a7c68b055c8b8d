package io.facet.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the service, and what is shown; the service's own tests have the rest. */
class KeysCommandTest {

  private static final String ISSUED = "{\"id\":\"9f86d081884c7d65\",\"key\":\"fct_live_x\"}";

  @TempDir Path home;

  private final List<String> asked = new ArrayList<>();
  private HttpServer service;
  private int status = 200;
  private String answer = "{}";

  @BeforeEach
  void listen() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/", this::answer);
    service.start();
    Files.createDirectories(home.resolve("keys"));
    Files.writeString(home.resolve("keys/admin"), "the admin's key\n");
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("X-API-Key")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void keys_are_listed_with_what_an_admin_wants_to_know() {
    answer =
        """
        {"data":[{"id":"9f86d081884c7d65","name":"web shop","business":"Rossi","plan":"standard",
          "state":"in_force","scopes":["estimates","valuations"],
          "last_used_at":"2026-11-24T09:30:12.123Z"}]}""";
    Terminal listed = keys();

    assertThat(asked).containsExactly("GET /v1/keys?limit=100 the admin's key ");
    assertThat(listed.exit()).isEqualTo(ExitCode.DONE);
    assertThat(listed.out().lines().skip(1))
        .singleElement()
        .asString()
        .contains("9f86d081884c7d65", "in force", "Rossi", "2026-11-24T09:30:12Z")
        .endsWith("estimates,valuations");
  }

  @Test
  void a_key_is_issued_as_ordered_and_shown_once() {
    answer = ISSUED;
    Terminal issued =
        keys(
            "issue",
            "--business",
            "Rossi",
            "--name",
            "shop",
            "--scopes",
            "estimates,valuations",
            "--plan",
            "sandbox",
            "--expires",
            "2027-11-23T10:15:00Z");

    assertThat(asked)
        .containsExactly(
            "POST /v1/keys the admin's key {\"business\":\"Rossi\",\"name\":\"shop\","
                + "\"scopes\":[\"estimates\",\"valuations\"],\"plan\":\"sandbox\","
                + "\"expires_at\":\"2027-11-23T10:15:00Z\"}");
    assertThat(issued.out()).isEqualTo("fct_live_x\n");
  }

  @Test
  void a_rotated_key_goes_to_a_file_for_its_owner_only() throws IOException {
    answer = ISSUED;
    Path file = home.resolve("new-key");
    Terminal rotated =
        keys("rotate", "9f86d081884c7d65", "--overlap-hours", "2", "--out", file.toString());

    assertThat(asked)
        .containsExactly(
            "POST /v1/keys/9f86d081884c7d65/rotate the admin's key {\"overlap_hours\":2}");
    assertThat(rotated.out()).doesNotContain("fct_live_x");
    assertThat(file).hasContent("fct_live_x\n");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void no_key_is_made_that_could_be_written_nowhere() {
    Terminal rotated =
        keys("rotate", "9f86d081884c7d65", "--out", home.resolve("keys/admin").toString());

    assertThat(rotated.err()).contains("exists already");
    assertThat(asked).isEmpty();
  }

  @Test
  void what_the_service_refuses_is_said_in_its_words() {
    status = 409;
    answer = "{\"title\":\"The last admin key can't be revoked\"}";
    Terminal revoked = keys("revoke", "9f86d081884c7d65");

    assertThat(revoked.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(revoked.err()).contains("409: The last admin key can't be revoked");
  }

  @Test
  void a_whole_key_in_place_of_its_id_is_neither_sent_nor_repeated() {
    Terminal revoked = keys("revoke", "fct_live_9f86d081884c7d65_secret");

    assertThat(revoked.err()).contains("no key's id").doesNotContain("secret");
    assertThat(asked).isEmpty();
  }

  private Terminal keys(String... arguments) {
    List<String> all = new ArrayList<>(List.of("keys"));
    all.addAll(List.of(arguments));
    all.add("--url");
    all.add("http://127.0.0.1:" + service.getAddress().getPort());
    return Terminal.run(home, all.toArray(String[]::new));
  }
}
