package io.facet.service.keys;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A key as its owner holds it: {@code fct_live_<id>_<secret>}. Lives only while it is looked at.
 */
record PlainKey(String id, String secret) {

  private static final String BEGIN = "fct_live_";
  private static final int ID_END = BEGIN.length() + 16;
  private static final int END = ID_END + 1 + 64;

  static PlainKey generate(SecureRandom random) {
    return new PlainKey(hex(random, 8), hex(random, 32));
  }

  /** The key written as {@code text}, or empty when this is no key. */
  static Optional<PlainKey> parse(String text) {
    return text.length() == END
            && text.startsWith(BEGIN)
            && text.charAt(ID_END) == '_'
            && isHex(text, BEGIN.length(), ID_END)
            && isHex(text, ID_END + 1, END)
        ? Optional.of(
            new PlainKey(text.substring(BEGIN.length(), ID_END), text.substring(ID_END + 1)))
        : Optional.empty();
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** The whole key, for its owner's eyes. */
  String reveal() {
    return BEGIN + id + "_" + secret;
  }

  @Override
  public String toString() {
    return BEGIN + id + "_…";
  }

  private static String hex(SecureRandom random, int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }
}
