package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.folder.TestModel;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;

/** The service with a certificate of its own. */
class TlsTest {

  private static final String ONLY_HTTPS = "max-age=31536000 ; includeSubDomains";
  private static final char[] PASSWORD = "a password for a test".toCharArray();

  @Test
  void it_speaks_https_and_tells_browsers_never_to_speak_anything_else(@TempDir Path home)
      throws IOException, GeneralSecurityException, InterruptedException {
    KeyStore made = selfSigned(home.resolve("tls.p12"));
    Path certificate = pem(home, "CERTIFICATE", made.getCertificate("facet").getEncoded());
    Path key = pem(home, "PRIVATE KEY", made.getKey("facet", PASSWORD).getEncoded());
    Path model = TestModel.write(home.resolve("model"), 6000);
    try (RunningService service =
        RunningService.start(
            home,
            Map.of(
                "FACET_MODEL", model.toString(),
                "FACET_TLS_CERTIFICATE", certificate.toString(),
                "FACET_TLS_KEY", key.toString()))) {
      WebTestClient client = trusting(certificate, service.address());

      client
          .get()
          .uri("/v1/models/current")
          .header("X-API-Key", service.key("demo"))
          .exchange()
          .expectStatus()
          .isOk()
          .expectHeader()
          .valueEquals("Strict-Transport-Security", ONLY_HTTPS);
      client
          .get()
          .uri("/")
          .exchange()
          .expectStatus()
          .isOk()
          .expectHeader()
          .valueEquals("Strict-Transport-Security", ONLY_HTTPS);
      Awaitility.await().untilAsserted(() -> signsIn(client, service.key("staff")));
      assertThat(URI.create(service.address()).getScheme()).isEqualTo("https");
    }
  }

  @Test
  void a_key_that_is_another_certificate_s_is_said_at_the_start(@TempDir Path home)
      throws IOException, GeneralSecurityException, InterruptedException {
    KeyStore one = selfSigned(home.resolve("one.p12"));
    KeyStore other = selfSigned(home.resolve("other.p12"));
    Path certificate = pem(home, "CERTIFICATE", one.getCertificate("facet").getEncoded());
    Path key = pem(home, "PRIVATE KEY", other.getKey("facet", PASSWORD).getEncoded());

    assertThatThrownBy(
            () ->
                Settings.read(
                    Map.of(
                        "FACET_MODEL", home.toString(),
                        "FACET_TLS_CERTIFICATE", certificate.toString(),
                        "FACET_TLS_KEY", key.toString())))
        .hasMessageContaining("it isn't the key of the certificate in " + certificate);
  }

  private static void signsIn(WebTestClient client, String key) {
    client
        .post()
        .uri("/login")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"key\":\"" + key + "\"}")
        .exchange()
        .expectStatus()
        .isNoContent()
        .expectHeader()
        .valueMatches(
            "Set-Cookie",
            "(?i)__Host-facet_session=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Strict");
  }

  private static WebTestClient trusting(Path certificate, String address) throws SSLException {
    var context = SslContextBuilder.forClient().trustManager(certificate.toFile()).build();
    HttpClient http = HttpClient.create().secure(tls -> tls.sslContext(context));
    return WebTestClient.bindToServer(new ReactorClientHttpConnector(http))
        .baseUrl(address)
        .build();
  }

  private static KeyStore selfSigned(Path file)
      throws IOException, GeneralSecurityException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "facet",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private static Path pem(Path folder, String what, byte[] content) throws IOException {
    return Files.writeString(
        folder.resolve(what.replace(' ', '-') + ".pem"),
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(content), what));
  }
}
