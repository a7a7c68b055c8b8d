package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real service in a process of its own, which may be killed. */
final class ChildService implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("Netty started on port (\\d+)");

  private final Process process;
  private final URI address;
  private final String key;

  private ChildService(Process process, URI address, String key) {
    this.process = process;
    this.address = address;
    this.key = key;
  }

  static ChildService start(Path home, Path model, Map<String, String> environment)
      throws IOException {
    return start(home, model, environment, "-Xmx512m");
  }

  /** The same with another limit of its memory, as Java takes it. */
  static ChildService start(
      Path home, Path model, Map<String, String> environment, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "io.facet.service.FacetService"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "FACET_HOME", home.toString(),
                "FACET_MODEL", model.toString(),
                "FACET_PORT", "0"));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    BufferedReader output = process.inputReader();
    String port = port(output);
    Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
    return new ChildService(
        process,
        URI.create("http://127.0.0.1:" + port),
        Files.readString(home.resolve("keys/demo")).strip());
  }

  private static String port(BufferedReader output) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new IllegalStateException("The service ended before it listened:\n" + said);
  }

  /** A request to {@code path} with the key {@code demo}. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("X-API-Key", key);
  }

  URI address() {
    return address;
  }

  /** The key {@code demo}. */
  String key() {
    return key;
  }

  /** Ends it as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor()).isEqualTo(137);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
