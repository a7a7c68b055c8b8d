package io.facet.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "quote",
    mixinStandardHelpOptions = true,
    description =
        "Values one stone through the running service and shows price, range and reasons.")
final class QuoteCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Home home;

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--carat", description = "ct (default: ${DEFAULT-VALUE})")
  private double carat = .72;

  @Option(names = "--cut", description = "default: ${DEFAULT-VALUE}")
  private String cut = "Ideal";

  @Option(names = "--color", description = "default: ${DEFAULT-VALUE}")
  private String color = "F";

  @Option(names = "--clarity", description = "default: ${DEFAULT-VALUE}")
  private String clarity = "VS1";

  @Option(names = "--depth", description = "%% (default: ${DEFAULT-VALUE})")
  private double depth = 61.5;

  @Option(names = "--table", description = "%% (default: ${DEFAULT-VALUE})")
  private double table = 56;

  @Option(names = "-x", description = "mm (default: ${DEFAULT-VALUE})")
  private double x = 5.75;

  @Option(names = "-y", description = "mm (default: ${DEFAULT-VALUE})")
  private double y = 5.78;

  @Option(names = "-z", description = "mm (default: ${DEFAULT-VALUE})")
  private double z = 3.55;

  @Option(names = "--url", description = "the service; that of this home's stack by default")
  private @Nullable URI url;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "an API key; HOME/keys/demo by default")
  private @Nullable Path key;

  QuoteCommand(Home home) {
    this.home = home;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    URI service =
        Optional.ofNullable(url)
            .or(home::service)
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        "no service known: ./facet up starts one, --url URL names another"));
    HttpResponse<String> response = ask(service);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    JsonNode answer = json(response.body());
    if (response.statusCode() != 201) {
      throw new CommandFailedException(Quote.problem(response.statusCode(), answer));
    }
    Quote.print(answer, out);
    out.flush();
    return ExitCode.DONE;
  }

  private HttpResponse<String> ask(URI service) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/v1/valuations"))
            .timeout(PATIENCE)
            .header("X-API-Key", home.secret("demo", key))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(stone())))
            .build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CommandFailedException(
          "the service at " + service + " doesn't answer (" + e + "): ./facet status");
    }
  }

  private Map<String, Object> stone() {
    Map<String, Object> stone = new LinkedHashMap<>();
    stone.put("carat", carat);
    stone.put("cut", cut);
    stone.put("color", color);
    stone.put("clarity", clarity);
    stone.put("depth", depth);
    stone.put("table", table);
    stone.put("x", x);
    stone.put("y", y);
    stone.put("z", z);
    return stone;
  }

  private static JsonNode json(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      throw new CommandFailedException("what answers there is not Facet's service");
    }
  }
}
