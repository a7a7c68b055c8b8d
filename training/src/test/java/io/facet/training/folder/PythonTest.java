package io.facet.training.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.facet.registry.LocalStack;
import io.facet.registry.folder.ModelFolder;
import io.facet.training.Collection;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.training.learning.Trained;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Estimate;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder that Java wrote is a model to whoever has nothing but Python and MLflow. */
@Timeout(300)
class PythonTest {

  @TempDir private static Path folder;

  private static Path python;
  private static ModelFolder model;

  @BeforeAll
  static void train() throws IOException {
    python =
        Path.of(LocalStack.facet("stack-python", "scoring").strip().lines().toList().getLast());
    ModelFamily family = Families.named(Families.DEFAULT, true).orElseThrow();
    TrainingData data = Collection.data();
    CrossValidation validation = CrossValidation.of(family, data.stones(), 1, done -> {});
    Trained trained = Trained.refit(family, data, validation, 1, Clock.systemUTC());
    model = TrainedFolder.write(folder.resolve("model"), trained, data);
  }

  @Test
  void load_model_prices_as_facet_does() throws IOException, InterruptedException {
    List<Diamond> stones = new ArrayList<>(Stones.random(1_000, 9));
    stones.add(Stones.EXAMPLE);
    Path csv = write(stones);

    Answer answer = python(script(), model.path().toString(), csv.toString());

    assertThat(answer.exit()).as(answer.text()).isZero();
    List<JsonNode> rows =
        answer.text().lines().filter(line -> line.startsWith("[")).map(PythonTest::json).toList();
    assertThat(rows).hasSameSizeAs(stones);
    for (int i = 0; i < stones.size(); i++) {
      agrees(rows.get(i), model.appraiser().estimate(stones.get(i)));
    }
  }

  @Test
  void a_grade_that_is_none_is_refused_by_name() throws IOException, InterruptedException {
    Path csv = folder.resolve("unknown.csv");
    Files.writeString(
        csv,
        """
        carat,cut,color,clarity,depth,table,x,y,z
        0.72,Ideal,Q,VS1,61.5,56,5.75,5.78,3.55
        """);

    Answer answer = python(script(), model.path().toString(), csv.toString());

    assertThat(answer.exit()).isNotZero();
    assertThat(answer.text()).contains("row 0: color is none of").contains("'Q'");
  }

  @Test
  void mlflow_serves_it_without_facet() throws IOException, InterruptedException {
    int port = freePort();
    ProcessBuilder serve =
        new ProcessBuilder(
            "mlflow",
            "models",
            "serve",
            "--env-manager",
            "local",
            "--model-uri",
            model.path().toString(),
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(port));
    activate(serve);
    Process server =
        serve
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("serve.log").toFile())
            .start();
    try {
      HttpResponse<String> priced = askWhenReady(server, port, "F");
      HttpResponse<String> refused = askWhenReady(server, port, "Q");

      assertThat(priced.statusCode()).as(priced.body()).isEqualTo(200);
      JsonNode row = json(priced.body()).path("predictions").path(0);
      Estimate expected = model.appraiser().estimate(Stones.EXAMPLE);
      assertThat(row.path("estimate").asDouble() / expected.price()).isCloseTo(1, within(1e-4));
      assertThat(row.path("low").asDouble() / expected.range().low()).isCloseTo(1, within(1e-4));
      assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 499);
      assertThat(refused.body()).contains("color is none of");
    } finally {
      List<ProcessHandle> all =
          Stream.concat(server.descendants(), Stream.of(server.toHandle())).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(process -> process.onExit().join());
    }
  }

  private static HttpResponse<String> askWhenReady(Process server, int port, String color)
      throws IOException, InterruptedException {
    String body =
        """
        {"dataframe_split": {
          "columns": ["carat", "cut", "color", "clarity", "depth", "table", "x", "y", "z"],
          "data": [[0.72, "Ideal", "%s", "VS1", 61.5, 56, 5.75, 5.78, 3.55]]}}
        """
            .formatted(color);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/invocations"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (true) {
        try {
          return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
          assertThat(server.isAlive()).as(Files.readString(folder.resolve("serve.log"))).isTrue();
          Thread.sleep(200);
        }
      }
    }
  }

  private static void agrees(JsonNode row, Estimate expected) {
    assertThat(row.path(0).asDouble() / expected.price()).isCloseTo(1, within(1e-4));
    assertThat(row.path(1).asDouble() / expected.range().low()).isCloseTo(1, within(1e-4));
    assertThat(row.path(2).asDouble() / expected.range().high()).isCloseTo(1, within(1e-4));
  }

  private static Path write(List<Diamond> stones) throws IOException {
    Path csv = folder.resolve("stones.csv");
    try (CsvWriter writer = CsvWriter.builder().build(csv)) {
      writer.writeRecord("carat", "cut", "color", "clarity", "depth", "table", "x", "y", "z");
      for (Diamond stone : stones) {
        writer.writeRecord(
            Double.toString(stone.carat()),
            stone.cut().spelling(),
            stone.color().spelling(),
            stone.clarity().spelling(),
            Double.toString(stone.depth()),
            Double.toString(stone.table()),
            Double.toString(stone.x()),
            Double.toString(stone.y()),
            Double.toString(stone.z()));
      }
    }
    return csv;
  }

  private static String script() throws IOException {
    Path script = folder.resolve("score.py");
    try (var in = PythonTest.class.getResourceAsStream("score.py")) {
      assertThat(in).isNotNull();
      Files.write(script, in.readAllBytes());
    }
    return script.toString();
  }

  private record Answer(int exit, String text) {}

  private static Answer python(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }

  /** What {@code source bin/activate} does to a shell; MLflow looks for its server on the path. */
  private static void activate(ProcessBuilder command) {
    Path bin = Objects.requireNonNull(python.getParent());
    command.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
    command.command().set(0, bin.resolve(command.command().getFirst()).toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
