package io.facet.registry.artifacts;

import io.facet.registry.RegistryRefusedException;
import java.util.List;

/** A slash-separated path of an artifact, which never leads out of its store. */
public record ArtifactPath(List<String> segments) {

  public ArtifactPath {
    segments = List.copyOf(segments);
  }

  /**
   * Reads {@code path}.
   *
   * @throws RegistryRefusedException when a part of it is empty, {@code .}, {@code ..} or holds a
   *     backslash
   */
  public static ArtifactPath of(String path) {
    List<String> segments = List.of(path.split("/", -1));
    if (segments.stream().anyMatch(ArtifactPath::leadsAstray)) {
      throw new RegistryRefusedException("\"" + path + "\" is not a path of an artifact", null);
    }
    return new ArtifactPath(segments);
  }

  private static boolean leadsAstray(String segment) {
    return segment.isEmpty()
        || segment.equals(".")
        || segment.equals("..")
        || segment.indexOf('\\') >= 0
        || segment.indexOf('\0') >= 0;
  }

  @Override
  public String toString() {
    return String.join("/", segments);
  }
}
