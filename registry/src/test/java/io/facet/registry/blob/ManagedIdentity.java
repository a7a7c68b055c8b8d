package io.facet.registry.blob;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** The endpoint that gives a machine of Azure the tokens of its managed identity. */
final class ManagedIdentity implements AutoCloseable {

  private static final String HEADER = "secret";

  private final HttpServer server;

  ManagedIdentity() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] answer = token().getBytes(StandardCharsets.UTF_8);
          boolean asked = HEADER.equals(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"));
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(asked ? 200 : 401, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  /** What a machine that has the identity has in its environment. */
  Map<String, String> environment() {
    return Map.of(
        "IDENTITY_ENDPOINT",
        "http://127.0.0.1:%d/msi/token".formatted(server.getAddress().getPort()),
        "IDENTITY_HEADER",
        HEADER);
  }

  @Override
  public void close() {
    server.stop(0);
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
}
