package io.facet.service.backup;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says of itself.
 *
 * @param format of the file; this service reads {@value #FORMAT}
 * @param version of the tables, as migrations count
 * @param made when
 * @param rows of each table
 */
record Manifest(int format, String version, Instant made, Map<String, Long> rows) {

  static final String FILE = "manifest.json";
  static final int FORMAT = 1;

  Manifest {
    rows = Collections.unmodifiableMap(new TreeMap<>(rows));
  }
}
