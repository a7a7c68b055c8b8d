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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real service in a process of its own, which may be killed. */
final class ChildService implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("Netty started on port (\\d+)");

  /** As {@code ./facet} starts every JVM: without warnings about libraries. */
  private static final List<String> QUIET =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private final Process process;
  private final URI address;
  private final String key;
  private final List<String> said;

  private ChildService(Process process, URI address, String key, List<String> said) {
    this.process = process;
    this.address = address;
    this.key = key;
    this.said = said;
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
    command.addAll(QUIET);
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
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    String port = port(output, said);
    Thread.ofVirtual().start(() -> output.lines().forEach(said::add));
    return new ChildService(
        process,
        URI.create("http://127.0.0.1:" + port),
        Files.readString(home.resolve("keys/demo")).strip(),
        said);
  }

  private static String port(BufferedReader output, List<String> said) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new IllegalStateException(
        "The service ended before it listened:\n" + String.join("\n", said));
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

  /** What it has written so far, to standard output and error. */
  List<String> said() {
    synchronized (said) {
      return List.copyOf(said);
    }
  }

  /** Ends it as a normal stop does, and waits for that. */
  void stop() throws InterruptedException {
    tellToStop();
    awaitEnd();
  }

  /** Sends what a normal stop sends. */
  void tellToStop() {
    // The process's own method closes its output too, into which it still writes.
    process.toHandle().destroy();
  }

  /** Waits until a normal stop is done. */
  void awaitEnd() throws InterruptedException {
    assertThat(process.waitFor()).isEqualTo(143);
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
