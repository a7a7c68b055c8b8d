package io.facet.service;

import io.facet.service.settings.Variables;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
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
    if (!belong(certificate.get(), key.get())) {
      return variables.refuse(
          "%s is %s: it isn't the key of the certificate in %s"
              .formatted(KEY, key.get(), certificate.get()),
          Optional::empty);
    }
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

  /** Whether what the key signs is what the certificate vouches for; also where either can't be. */
  private static boolean belong(Path certificate, Path key) {
    try {
      PublicKey open = PemContent.load(certificate).getCertificates().getFirst().getPublicKey();
      PrivateKey secret = PemContent.load(key).getPrivateKey();
      String algorithm =
          switch (open.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> open.getAlgorithm();
          };
      if (algorithm.equals("RSASSA-PSS")) {
        // Signs with parameters only, which a certificate may leave open.
        return true;
      }
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(secret);
      byte[] signed = signature.sign();
      signature.initVerify(open);
      return signature.verify(signed);
    } catch (InvalidKeyException | SignatureException e) {
      return false;
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // What can't be read has been said; what this JDK can't sign with shows when it is used.
      return true;
    }
  }

  private interface Part {

    @Nullable Object of(PemContent content);
  }
}
