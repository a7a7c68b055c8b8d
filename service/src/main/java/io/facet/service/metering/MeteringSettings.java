package io.facet.service.metering;

import java.nio.file.Path;

/**
 * Where use waits that could not be stored.
 *
 * @param left a folder, which need not be there
 */
public record MeteringSettings(Path left) {

  /** Those of the service whose state lies in {@code home}. */
  public static MeteringSettings in(Path home) {
    return new MeteringSettings(home.resolve("service/usage"));
  }
}
