package io.facet.service.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that makes stolen hashes worthless. */
final class Pepper {

  private Pepper() {}

  /** The pepper of the environment, else that of the file, which is made before the first key. */
  static byte[] of(KeySettings settings, SecureRandom random) {
    if (settings.pepper().isPresent()) {
      return settings.pepper().get().getBytes(StandardCharsets.UTF_8);
    }
    if (!Files.exists(settings.pepperFile())) {
      if (Files.exists(settings.kept())) {
        throw new UnusableKeysException(
            "%s is missing, and without it no key in %s can be checked: restore it, or set FACET_KEY_PEPPER to what it was"
                .formatted(settings.pepperFile(), settings.kept()));
      }
      byte[] fresh = new byte[32];
      random.nextBytes(fresh);
      PrivateFile.write(
          settings.pepperFile(),
          HexFormat.of().formatHex(fresh).getBytes(StandardCharsets.US_ASCII));
    }
    try {
      return Files.readAllBytes(settings.pepperFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
