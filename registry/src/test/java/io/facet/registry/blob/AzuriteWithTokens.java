package io.facet.registry.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.Azurite;
import io.facet.registry.LocalStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An Azurite that wants tokens instead of keys, for which it has to be spoken to by TLS. */
final class AzuriteWithTokens implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final int port;
  private final Process process;

  private AzuriteWithTokens(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts one with its files in {@code folder}. */
  static AzuriteWithTokens in(Path folder) throws Exception {
    makeCertificate(folder);
    int port = freePort();
    Process process = start(folder, port);
    while (!answers(port)) {
      assertThat(process.isAlive()).as("Azurite, which says %s", folder.resolve("log")).isTrue();
      Thread.sleep(100);
    }
    return new AzuriteWithTokens(folder, port, process);
  }

  String endpoint() {
    return "https://127.0.0.1:%d/%s".formatted(port, Azurite.ACCOUNT);
  }

  /** Options of a JVM that trusts its certificate. */
  List<String> trust() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + folder.resolve("trust.p12"),
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private static Process start(Path folder, int port) throws Exception {
    String script = LocalStack.facet("stack-azurite").strip().lines().toList().getLast();
    return run(
        folder,
        List.of(
            "node",
            script,
            "--silent",
            "--inMemoryPersistence",
            "--disableTelemetry",
            "--skipApiVersionCheck",
            "--oauth",
            "basic",
            "--cert",
            "key.p12",
            "--pwd",
            PASSWORD,
            "--blobHost",
            "127.0.0.1",
            "--blobPort",
            String.valueOf(port)));
  }

  private static void makeCertificate(Path folder) throws Exception {
    keytool(
        folder,
        "-genkeypair",
        "-alias",
        "blob",
        "-keyalg",
        "RSA",
        "-dname",
        "CN=blob",
        "-ext",
        "san=ip:127.0.0.1",
        "-keystore",
        "key.p12",
        "-storetype",
        "PKCS12");
    keytool(folder, "-exportcert", "-alias", "blob", "-keystore", "key.p12", "-file", "blob.crt");
    keytool(
        folder,
        "-importcert",
        "-noprompt",
        "-alias",
        "blob",
        "-file",
        "blob.crt",
        "-keystore",
        "trust.p12",
        "-storetype",
        "PKCS12");
  }

  private static void keytool(Path folder, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", PASSWORD));
    assertThat(run(folder, command).waitFor()).as(String.join(" ", command)).isZero();
  }

  private static Process run(Path folder, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
