package io.facet.registry.blob;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.facet.registry.Azurite;
import io.facet.registry.JavaProcess;
import io.facet.registry.LocalStack;
import io.facet.registry.RegistryException;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.storage.Storages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Blob storage without a key: a managed identity gets tokens, and an Azurite that wants them is
 * spoken to by TLS. Each in a process of its own, for identities come from the environment.
 */
@Timeout(120)
class IdentityTest {

  private static final String PASSWORD = "changeit";

  @TempDir private Path local;

  private final List<AutoCloseable> started = new ArrayList<>();
  private String endpoint = "";
  private String tokens = "";

  @BeforeEach
  void an_azurite_that_wants_tokens_and_somebody_who_gives_them() throws Exception {
    makeCertificate();
    int port = freePort();
    endpoint = "https://127.0.0.1:%d/%s".formatted(port, Azurite.ACCOUNT);
    startAzurite(port);
    tokens = startTokens();
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : started) {
      each.close();
    }
  }

  @Test
  void a_managed_identity_opens_an_account_by_tls() throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("IDENTITY_ENDPOINT", tokens);
    environment.put("IDENTITY_HEADER", "secret");

    assertThat(putAndRead(environment)).isEqualTo("stones");
  }

  @Test
  void without_an_identity_it_says_what_to_do() throws Exception {
    String said = putAndRead(Map.of("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential"));

    assertThat(said)
        .startsWith("RegistryRefusedException Blob storage at " + endpoint)
        .contains("set AZURE_STORAGE_CONNECTION_STRING")
        .contains("az login");
  }

  private String putAndRead(Map<String, String> identity) throws Exception {
    Map<String, String> environment = new HashMap<>(identity);
    environment.put("AZURE_STORAGE_CONNECTION_STRING", "BlobEndpoint=" + endpoint);
    return JavaProcess.said(
        JavaProcess.start(
            PutAndRead.class,
            List.of(
                "-Djavax.net.ssl.trustStore=" + local.resolve("trust.p12"),
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD),
            environment,
            Azurite.address("contract", "identity"),
            Files.writeString(local.resolve("stones"), "stones").toString()));
  }

  private void makeCertificate() throws Exception {
    keytool(
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
    keytool("-exportcert", "-alias", "blob", "-keystore", "key.p12", "-file", "blob.crt");
    keytool(
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

  private void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", PASSWORD));
    assertThat(run(command).waitFor()).as(String.join(" ", command)).isZero();
  }

  private void startAzurite(int port) throws Exception {
    String script = LocalStack.facet("stack-azurite").strip().lines().toList().getLast();
    Process azurite =
        run(
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
    started.add(() -> azurite.destroyForcibly().waitFor());
    while (!answers(port)) {
      assertThat(azurite.isAlive()).as("Azurite, which says %s", local.resolve("log")).isTrue();
      Thread.sleep(100);
    }
  }

  private Process run(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(local.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(local.resolve("log").toFile()))
        .start();
  }

  /** The endpoint that Azure gives a managed identity. */
  private String startTokens() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] answer = token().getBytes(StandardCharsets.UTF_8);
          boolean asked =
              "secret".equals(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"));
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(asked ? 200 : 401, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    started.add(() -> server.stop(0));
    return "http://127.0.0.1:%d/msi/token".formatted(server.getAddress().getPort());
  }

  /** Azurite reads what a token says, and does not ask who signed it. */
  private static String token() {
    long now = Instant.now().getEpochSecond();
    long later = now + Duration.ofHours(1).toSeconds();
    String claims =
        """
        {"aud": "https://storage.azure.com", "iss": "https://sts.windows.net/ab1f708d-50f6-404c-a006-d71b2ac7a606/",
         "iat": %d, "nbf": %d, "exp": %d, "oid": "1", "sub": "1", "tid": "1"}"""
            .formatted(now - 60, now - 60, later);
    return """
        {"access_token": "%s.%s.%s", "expires_on": "%d", "resource": "https://storage.azure.com", "token_type": "Bearer"}"""
        .formatted(
            base64("{\"alg\": \"RS256\", \"typ\": \"JWT\"}"),
            base64(claims),
            base64("signature"),
            later);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
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

  /** Stores a file and says what it reads back, or why it can't. */
  static final class PutAndRead {

    private PutAndRead() {}

    public static void main(String[] arguments) throws IOException {
      BlobAddress address = BlobAddress.of(arguments[0]);
      try {
        BlobAccounts accounts = BlobAccounts.of(System.getenv());
        accounts
            .folder(address)
            .ask(() -> accounts.folder(address).container().createIfNotExists());
        ObjectStore store = Storages.of(System.getenv()).at(arguments[0]).files();
        store.put("a", Path.of(arguments[1]));
        System.out.println(new String(store.open("a").readAllBytes(), StandardCharsets.UTF_8));
      } catch (RegistryException e) {
        System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
      }
    }
  }
}
