package io.facet.service.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser's cookie holds: 256 random bits. Lives only while it is looked at. */
record SessionToken(String text) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  static SessionToken generate(SecureRandom random) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** The token written as {@code text}, or empty when this is none. */
  static Optional<SessionToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
  }

  /** What is kept of it. Needs no pepper and no slow hash: nobody guesses 256 bits. */
  String hash() {
    return sha256(text);
  }

  /**
   * What pages of this session send along with each change. Whoever can't read the cookie can't
   * know it, and it doesn't tell the token.
   */
  String csrfToken() {
    return sha256("csrf " + text);
  }

  /** Whether {@code presented} is that, in a time that tells nothing. */
  boolean isCsrfToken(String presented) {
    return MessageDigest.isEqual(
        presented.getBytes(StandardCharsets.UTF_8),
        csrfToken().getBytes(StandardCharsets.US_ASCII));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Leaves the token out: what is printed ends up in logs. */
  @Override
  public String toString() {
    return "SessionToken[…]";
  }
}
