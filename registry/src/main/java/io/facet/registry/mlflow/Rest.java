package io.facet.registry.mlflow;

import io.facet.registry.RegistryException;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.artifacts.ArtifactPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What mlflow-client doesn't wrap: MLflow's REST, with a limit on every wait and no retries. */
final class Rest implements AutoCloseable {

  private static final String API = "/api/2.0/";
  private static final String ABSENT = "RESOURCE_DOES_NOT_EXIST";

  private final URI server;
  private final Duration patience;
  private final HttpClient http;

  Rest(URI server, Duration connect, Duration patience) {
    this.server = server;
    this.patience = patience;
    this.http = HttpClient.newBuilder().connectTimeout(connect).build();
  }

  JsonNode get(String path, Map<String, String> query) {
    return find(path, query)
        .orElseThrow(
            () -> new RegistryRefusedException("MLflow at " + server + " has no " + path, null));
  }

  /** Like {@link #get}, but empty when MLflow says that there is no such thing. */
  Optional<JsonNode> find(String path, Map<String, String> query) {
    HttpRequest request = request("mlflow/" + path + "?" + encoded(query)).GET().build();
    HttpResponse<String> response = send(request, BodyHandlers.ofString());
    if (response.statusCode() == 404 && errorCode(response.body()).equals(ABSENT)) {
      return Optional.empty();
    }
    return Optional.of(json(checked(response, response.body())));
  }

  JsonNode post(String path, Map<String, ?> body) {
    return send("POST", path, body);
  }

  JsonNode patch(String path, Map<String, ?> body) {
    return send("PATCH", path, body);
  }

  JsonNode delete(String path, Map<String, ?> body) {
    return send("DELETE", path, body);
  }

  /** Uploads {@code file} to the artifact proxy. */
  void upload(String path, Path file) {
    HttpResponse<String> response;
    try {
      BodyPublisher body = BodyPublishers.ofFile(file);
      response = send(artifact(path).PUT(body).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new RegistryRefusedException("There is no file " + file, e);
    }
    checked(response, response.body());
  }

  /** The bytes that the artifact proxy has at {@code path}. */
  InputStream download(String path) {
    HttpResponse<byte[]> response = send(artifact(path).GET().build(), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw failure(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    }
    return new ByteArrayInputStream(response.body());
  }

  JsonNode listArtifacts(String folder) {
    HttpRequest request =
        request("mlflow-artifacts/artifacts?" + encoded(Map.of("path", folder))).GET().build();
    HttpResponse<String> response = send(request, BodyHandlers.ofString());
    return json(checked(response, response.body()));
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }

  private JsonNode send(String method, String path, Map<String, ?> body) {
    BodyPublisher json = BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    HttpRequest request =
        request("mlflow/" + path)
            .header("Content-Type", "application/json")
            .method(method, json)
            .build();
    HttpResponse<String> response = send(request, BodyHandlers.ofString());
    return json(checked(response, response.body()));
  }

  /** The limit is for the whole answer: that of a request alone ends with the headers. */
  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, handler);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw Failures.unavailable(server, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw Failures.unavailable(server, new TimeoutException("no answer in " + patience));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw Failures.unavailable(server, e);
    }
  }

  private HttpRequest.Builder artifact(String path) {
    String encoded =
        ArtifactPath.of(path).segments().stream()
            .map(Rest::encoded)
            .collect(Collectors.joining("/"));
    return request("mlflow-artifacts/artifacts/" + encoded);
  }

  private HttpRequest.Builder request(String path) {
    String base = server.toString().replaceFirst("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + API + path));
  }

  private String checked(HttpResponse<?> response, String body) {
    if (response.statusCode() / 100 != 2) {
      throw failure(response.statusCode(), body);
    }
    return body;
  }

  private RuntimeException failure(int status, String body) {
    return Failures.answered(server, status, body);
  }

  RegistryException notMlflow() {
    return Failures.notMlflow(server, null);
  }

  private JsonNode json(String body) {
    try {
      JsonNode answer = JsonMapper.shared().readTree(body);
      if (answer != null && answer.isObject()) {
        return answer;
      }
    } catch (JacksonException e) {
      throw Failures.notMlflow(server, e);
    }
    throw Failures.notMlflow(server, null);
  }

  private static String errorCode(String body) {
    try {
      return JsonMapper.shared().readTree(body).path("error_code").asString("");
    } catch (JacksonException e) {
      return "";
    }
  }

  private static String encoded(Map<String, String> query) {
    return query.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
