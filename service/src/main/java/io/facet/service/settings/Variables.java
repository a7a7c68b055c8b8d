package io.facet.service.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Environment variables. Reading goes on after a bad one, with its default in its place, so that
 * {@link #check} can name all of them.
 */
public final class Variables {

  private final Map<String, String> environment;
  private final Set<String> known = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  public Variables(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** A variable's text; empty where it is unset or blank. */
  public Optional<String> text(String name) {
    known.add(name);
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  public int integer(String name, int lowest, int highest, int fallback) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= lowest && value <= highest) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below, in the same words as a number out of bounds.
    }
    return refuse(
        "%s is \"%s\": it must be a whole number from %d to %d (default %d)"
            .formatted(name, text.get(), lowest, highest, fallback),
        () -> fallback);
  }

  public Optional<Path> path(String name) {
    try {
      return text(name).map(Path::of);
    } catch (InvalidPathException e) {
      return refuse(name + " is not a path: " + e.getMessage(), Optional::empty);
    }
  }

  public Optional<URI> http(String name) {
    Optional<String> text = text(name);
    Optional<URI> uri = text.flatMap(Variables::httpUri);
    return uri.isPresent() || text.isEmpty()
        ? uri
        : refuse(
            "%s is \"%s\": it must be an address such as http://127.0.0.1:5000"
                .formatted(name, text.get()),
            Optional::empty);
  }

  private static Optional<URI> httpUri(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return http && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** An address of this machine, by number or name. */
  public InetAddress address(String name, String fallback) {
    String text = text(name).orElse(fallback);
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      return refuse(
          "%s is \"%s\": it must be an address of this machine, such as %s"
              .formatted(name, text, fallback),
          InetAddress::getLoopbackAddress);
    }
  }

  /** Notes a problem and goes on with {@code instead}. */
  public <T> T refuse(String problem, Supplier<T> instead) {
    problems.add(problem);
    return instead.get();
  }

  /** All variables that were asked for. */
  public Set<String> known() {
    return Set.copyOf(known);
  }

  /** Throws when anything was wrong. */
  public void check() {
    if (!problems.isEmpty()) {
      throw new BadSettingsException(problems);
    }
  }
}
