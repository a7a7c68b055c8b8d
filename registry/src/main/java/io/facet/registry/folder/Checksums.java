package io.facet.registry.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code SHA256SUMS} of a folder, in the format that {@code sha256sum -c} checks. */
public final class Checksums {

  static final String FILE = "SHA256SUMS";

  private Checksums() {}

  static void write(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    sums(folder).forEach((file, sum) -> lines.add(sum + "  " + file));
    Files.write(folder.resolve(FILE), lines);
  }

  /**
   * Files that nobody sealed do no harm: MLflow's own clients leave some beside what they fetch.
   */
  static void verify(Path folder, Set<String> needed) {
    try {
      if (!Files.isRegularFile(folder.resolve(FILE))) {
        throw new UnusableFolderException(folder + " is not a model folder: no " + FILE, null);
      }
      Map<String, String> expected = read(folder.resolve(FILE));
      Map<String, String> actual = sums(folder);
      Set<String> files = new TreeSet<>(needed);
      files.addAll(expected.keySet());
      List<String> wrong =
          files.stream()
              .filter(
                  file ->
                      expected.get(file) == null || !expected.get(file).equals(actual.get(file)))
              .map(file -> file + verdict(expected.get(file), actual.get(file)))
              .toList();
      if (!wrong.isEmpty()) {
        throw new UnusableFolderException(folder + ": " + String.join(", ", wrong), null);
      }
    } catch (IOException e) {
      throw new UnusableFolderException("Can't read " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * The content of one file, held against the seal once more because time has passed since the
   * folder was opened; empty where the folder has no such file. Unlike a file that nobody reads,
   * one that was laid beside the sealed ones isn't believed.
   */
  static Optional<byte[]> sealed(Path folder, String name) {
    try {
      String expected = read(folder.resolve(FILE)).get(name);
      Path file = folder.resolve(name);
      if (expected == null && !Files.exists(file)) {
        return Optional.empty();
      }
      byte @Nullable [] content = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
      String actual = content == null ? null : sha256(content);
      if (content == null || !Objects.equals(expected, actual)) {
        throw new UnusableFolderException(folder + ": " + name + verdict(expected, actual), null);
      }
      return Optional.of(content);
    } catch (IOException e) {
      throw new UnusableFolderException("Can't read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static String verdict(@Nullable String expected, @Nullable String actual) {
    if (actual == null) {
      return " is missing";
    }
    return expected == null ? " is not in " + FILE : " is damaged";
  }

  /** The files that {@code file} seals, by name. */
  static Map<String, String> read(Path file) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(" {2}", 2);
      if (parts.length != 2) {
        throw new UnusableFolderException(file + " is damaged", null);
      }
      sums.put(parts[1], parts[0]);
    }
    return sums;
  }

  private static Map<String, String> sums(Path folder) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.equals(FILE)) {
          sums.put(name, sha256(file));
        }
      }
    }
    return sums;
  }

  /** SHA-256 of {@code bytes}, in hex. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** SHA-256 of the content of {@code file}, in hex. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
