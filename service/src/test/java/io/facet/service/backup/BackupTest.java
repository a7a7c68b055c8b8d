package io.facet.service.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.RunningService;
import io.facet.service.store.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator copies comes back whole, to the same kind of database or the other. */
class BackupTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PEPPER = "a pepper of thirty-two characters or more";

  @TempDir private Path folder;
  private Path file;
  private Path model;

  @BeforeEach
  void prepare() {
    file = folder.resolve("backups/facet.zip");
    model = TestModel.write(folder.resolve("demo-model"), 6000);
  }

  @ParameterizedTest
  @CsvSource({"h2, h2", "h2, postgresql", "postgresql, h2", "postgresql, postgresql"})
  void all_that_was_stored_is_there_again(String from, String to) throws IOException {
    Map<String, String> before = place("before", from);
    Map<String, String> after = place("after", to);
    Made made;
    try (RunningService service = start(before)) {
      made = Made.by(service);
    }

    Ran backup = run(before, "backup", file.toString());
    Ran restore = run(after, "restore", file.toString());

    assertThat(backup.exit()).as(backup.said()).isZero();
    assertThat(backup.said()).containsPattern("valuation +1\\R");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(restore.exit()).as(restore.said()).isZero();
    try (RunningService service = start(after)) {
      made.isThere(service);
    }
  }

  @Test
  void nothing_is_overwritten() throws IOException {
    Map<String, String> place = place("one", "h2");
    try (RunningService service = start(place)) {
      Made.by(service);
    }
    run(place, "backup", file.toString());

    Ran restore = run(place, "restore", file.toString());

    assertThat(restore.exit()).isOne();
    assertThat(restore.said()).contains("This store isn't empty.");
  }

  @Test
  void a_file_of_h2_that_a_service_has_open_is_left_alone() throws Exception {
    Map<String, String> place = place("one", "h2");
    try (RunningService service = start(place)) {
      Made.by(service);
    }
    Process other = holding(folder.resolve("one/service/store/facet"));
    try {
      Ran backup = run(place, "backup", file.toString());

      assertThat(backup.exit()).isOne();
      assertThat(backup.said()).contains("A running service has this store open.");
      assertThat(file).doesNotExist();
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void a_damaged_file_is_refused_and_leaves_nothing_behind_that_looks_whole() throws IOException {
    Map<String, String> before = place("before", "h2");
    try (RunningService service = start(before)) {
      Made.by(service);
    }
    run(before, "backup", file.toString());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    Ran restore = run(place("after", "h2"), "restore", file.toString());

    assertThat(restore.exit()).isOne();
    assertThat(restore.said()).contains("is no backup of Facet, or has been damaged");
  }

  @Test
  void where_nothing_is_stored_there_is_nothing_to_copy() {
    Ran backup = run(place("empty", "h2"), "backup", file.toString());

    assertThat(backup.exit()).isOne();
    assertThat(backup.said()).contains("Nothing has been stored there yet.");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_database_that_is_away_is_named() {
    Map<String, String> place = place("one", "h2");
    place.put("FACET_DATABASE", "postgresql://facet:hush@127.0.0.1:1/facet?sslmode=disable");

    Ran backup = run(place, "backup", file.toString());

    assertThat(backup.exit()).isOne();
    assertThat(backup.said()).contains("The database doesn't answer").doesNotContain("hush");
  }

  @Test
  void one_file_is_to_be_named() {
    assertThat(run(place("one", "h2"), "backup").exit()).isEqualTo(2);
  }

  /** What a business and an operator have left in a store. */
  private record Made(String key, String valuation, String answer, String appraisal) {

    private static final String IDEMPOTENCY_KEY = "once";

    static Made by(RunningService service) {
      JsonNode issued =
          JSON.readTree(
              answer(
                  service,
                  service.key("admin"),
                  "/v1/keys",
                  """
                  {"name":"shop","business":"Rossi","scopes":["estimates","valuations","appraisals"],
                   "plan":"standard"}"""));
      String key = issued.get("key").asString();
      String valued = answer(service, key, "/v1/valuations", RunningService.STONE);
      String appraised =
          answer(
              service,
              key,
              "/v1/appraisals",
              RunningService.STONE.replace("}", ",\"price\":3000,\"client_reference\":\"Größe\"}"));
      return new Made(
          key,
          JSON.readTree(valued).get("id").asString(),
          valued,
          JSON.readTree(appraised).get("id").asString());
    }

    void isThere(RunningService service) {
      assertThat(read(service, key, "/v1/valuations/" + valuation)).isEqualTo(answer);
      assertThat(read(service, key, "/v1/appraisals/" + appraisal)).contains("Größe");
      assertThat(answer(service, key, "/v1/valuations", RunningService.STONE))
          .as("asked again with its Idempotency-Key")
          .isEqualTo(answer);
      assertThat(read(service, key, "/v1/usage")).contains("Rossi");
    }

    private static String answer(RunningService service, String key, String path, String body) {
      return Objects.requireNonNull(
          service
              .anonymous()
              .post()
              .uri(path)
              .header("X-API-Key", key)
              .header("Idempotency-Key", IDEMPOTENCY_KEY)
              .contentType(MediaType.APPLICATION_JSON)
              .bodyValue(body)
              .exchange()
              .expectStatus()
              .is2xxSuccessful()
              .expectBody(String.class)
              .returnResult()
              .getResponseBody());
    }

    private static String read(RunningService service, String key, String path) {
      return Objects.requireNonNull(
          service
              .anonymous()
              .get()
              .uri(path)
              .header("X-API-Key", key)
              .exchange()
              .expectStatus()
              .isOk()
              .expectBody(String.class)
              .returnResult()
              .getResponseBody());
    }
  }

  private record Ran(int exit, String said) {}

  private static Ran run(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exit = new BackupCommand(environment, printed, printed).run(arguments);
    return new Ran(exit, said.toString(StandardCharsets.UTF_8));
  }

  private Map<String, String> place(String home, String kind) {
    Map<String, String> environment = new HashMap<>();
    environment.put("FACET_HOME", folder.resolve(home).toString());
    environment.put("FACET_KEY_PEPPER", PEPPER);
    if (kind.equals("postgresql")) {
      environment.put("FACET_DATABASE", TestPostgres.address());
    }
    return environment;
  }

  private RunningService start(Map<String, String> place) {
    Map<String, String> environment = new HashMap<>(place);
    environment.put("FACET_MODEL", model.toString());
    RunningService service =
        RunningService.start(Path.of(environment.remove("FACET_HOME")), environment);
    Awaitility.await().until(() -> isReady(service));
    return service;
  }

  /** Its store is open, and its keys have been read from there. */
  private static boolean isReady(RunningService service) {
    return service
        .anonymous()
        .get()
        .uri("/actuator/health/readiness")
        .exchange()
        .returnResult(String.class)
        .getStatus()
        .is2xxSuccessful();
  }

  /** Another process that has H2's file open, until it is ended. */
  private static Process holding(Path store) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.h2.tools.Shell",
                "-url",
                "jdbc:h2:file:" + store + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "-user",
                "sa")
            .redirectErrorStream(true)
            .start();
    // Its prompt comes once it has connected.
    String heard = "";
    while (!heard.contains("sql>")) {
      int next = process.getInputStream().read();
      if (next < 0) {
        throw new IOException(heard);
      }
      heard += (char) next;
    }
    return process;
  }
}
