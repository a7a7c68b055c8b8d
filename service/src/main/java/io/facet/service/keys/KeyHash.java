package io.facet.service.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 of secrets with a pepper that lies apart from the stored hashes. */
final class KeyHash {

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac prototype;

  KeyHash(byte[] pepper) {
    try {
      prototype = Mac.getInstance(ALGORITHM);
      prototype.init(new SecretKeySpec(pepper, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  String of(String secret) {
    return HexFormat.of().formatHex(mac().doFinal(secret.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Whether {@code hash} is that of {@code secret}, in a time that tells nothing. */
  boolean matches(String secret, String hash) {
    return MessageDigest.isEqual(
        of(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  private Mac mac() {
    try {
      return (Mac) prototype.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own HMAC can be cloned", e);
    }
  }
}
