package io.facet.service;

import io.facet.service.settings.Variables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * What the service shows so that callers may know it, and speak to it in secret.
 *
 * @param certificate in PEM form, followed by those that vouch for it
 * @param key that belongs to it, in PEM form
 */
record TlsSettings(Path certificate, Path key) {

  private static final String CERTIFICATE = "FACET_TLS_CERTIFICATE";
  private static final String KEY = "FACET_TLS_KEY";

  /** Empty where the service speaks plain HTTP. */
  static Optional<TlsSettings> read(Variables variables) {
    Optional<Path> certificate = variables.path(CERTIFICATE);
    Optional<Path> key = variables.path(KEY);
    if (certificate.isPresent() != key.isPresent()) {
      return variables.refuse(
          "%s and %s belong together: set both, or neither".formatted(CERTIFICATE, KEY),
          Optional::empty);
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    check(variables, CERTIFICATE, certificate.get(), "certificate", PemContent::getCertificates);
    check(variables, KEY, key.get(), "private key without a password", PemContent::getPrivateKey);
    return Optional.of(
        new TlsSettings(certificate.get().toAbsolutePath(), key.get().toAbsolutePath()));
  }

  private static void check(Variables variables, String name, Path file, String what, Part part) {
    try {
      if (part.of(PemContent.load(file)) != null) {
        return;
      }
    } catch (IOException | RuntimeException e) {
      // Said below. What is in the file is nobody's business.
    }
    variables.refuse(
        "%s is %s: there is no %s in PEM form to be read".formatted(name, file, what), () -> file);
  }

  private interface Part {

    @Nullable Object of(PemContent content);
  }
}
