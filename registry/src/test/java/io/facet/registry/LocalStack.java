package io.facet.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A real MLflow that keeps its artifacts in the Blob storage of a real Azurite, started by {@code
 * ./facet up --no-service} on free ports once per JVM and stopped when that JVM ends. Where it
 * can't start, the tests fail with what the script said.
 *
 * @param home its folder
 * @param mlflow address of MLflow
 * @param blob address of the Blob account
 */
public record LocalStack(Path home, URI mlflow, URI blob) {

  /** The one of this JVM. */
  public static LocalStack running() {
    return Started.STACK;
  }

  /** The folder that holds {@code ./facet}. */
  public static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(folder.resolve("facet"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("no folder above here holds ./facet");
      }
      folder = parent;
    }
    return folder;
  }

  /** Runs {@code ./facet} with {@code arguments}; what it printed, all of it. */
  public static String facet(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(checkout().resolve("facet").toString());
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static final class Started {

    static final LocalStack STACK = start();

    private static LocalStack start() {
      try {
        Path home = Files.createTempDirectory("facet-stack");
        String[] anywhere = {"--home", home.toString(), "--mlflow-port", "0", "--blob-port", "0"};
        Runtime.getRuntime()
            .addShutdownHook(new Thread(() -> facet("down", "--home", home.toString())));
        List<String> up = new ArrayList<>(List.of("up", "--no-service", "--detach"));
        up.addAll(List.of(anywhere));
        facet(up.toArray(String[]::new));
        Properties parts = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("stack.properties"))) {
          parts.load(in);
        }
        return new LocalStack(
            home, URI.create(parts.getProperty("mlflow")), URI.create(parts.getProperty("blob")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
