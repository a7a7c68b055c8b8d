package io.facet.service.keys;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its owner holds it: {@code fct_live_<id>_<secret>}. Lives only while it is looked at.
 */
record PlainKey(String id, String secret) {

  private static final Pattern FORM = Pattern.compile("fct_live_([0-9a-f]{16})_([0-9a-f]{64})");

  static PlainKey generate(SecureRandom random) {
    return new PlainKey(hex(random, 8), hex(random, 32));
  }

  /** The key written as {@code text}, or empty when this is no key. */
  static Optional<PlainKey> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new PlainKey(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** The whole key, for its owner's eyes. */
  String reveal() {
    return "fct_live_" + id + "_" + secret;
  }

  @Override
  public String toString() {
    return "fct_live_" + id + "_…";
  }

  private static String hex(SecureRandom random, int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }
}
