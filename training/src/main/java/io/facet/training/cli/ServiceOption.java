package io.facet.training.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which service is asked, and with which key. */
final class ServiceOption {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Home home;
  private final String usualKey;

  @Option(names = "--url", description = "the service; that of this home's stack by default")
  private @Nullable URI url;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "an API key; by default one of those in HOME/keys that may do this")
  private @Nullable Path key;

  /**
   * @param usualKey the key of the first start that is used where none is named
   */
  ServiceOption(Home home, String usualKey) {
    this.home = home;
    this.usualKey = usualKey;
  }

  /** Asks {@code path}, with {@code body} as JSON; fails unless it is answered with success. */
  JsonNode ask(String method, String path, @Nullable Object body)
      throws IOException, InterruptedException {
    HttpResponse<String> response = send(address(), method, path, body);
    JsonNode answer = json(response.body());
    if (response.statusCode() / 100 != 2) {
      throw new CommandFailedException(Quote.problem(response.statusCode(), answer));
    }
    return answer;
  }

  URI address() {
    return Optional.ofNullable(url)
        .or(home::service)
        .orElseThrow(
            () ->
                new CommandFailedException(
                    "no service known: ./facet up starts one, --url URL names another"));
  }

  private HttpResponse<String> send(URI service, String method, String path, @Nullable Object body)
      throws IOException, InterruptedException {
    BodyPublisher content =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve(path))
            .timeout(PATIENCE)
            .header("X-API-Key", secret())
            .header("Content-Type", "application/json")
            .method(method, content)
            .build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CommandFailedException(
          "the service at " + service + " doesn't answer (" + e + "): ./facet status");
    }
  }

  String secret() throws IOException {
    Path file = key != null ? key : home.key(usualKey);
    if (!Files.isReadable(file)) {
      throw new CommandFailedException(
          "there is no key to read at "
              + file
              + ": ./facet up makes one, --key FILE names another");
    }
    return Files.readString(file).strip();
  }

  private static JsonNode json(String body) {
    try {
      return JsonMapper.shared().readTree(body.isEmpty() ? "{}" : body);
    } catch (JacksonException e) {
      throw new CommandFailedException("what answers there is not Facet's service");
    }
  }
}
