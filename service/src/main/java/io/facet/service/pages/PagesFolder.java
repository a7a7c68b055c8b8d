package io.facet.service.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;

/**
 * Where the built web app lies.
 *
 * @param location with a slash at its end
 */
public record PagesFolder(String location) {

  /** Where the build puts it. */
  public static final PagesFolder BUILT = new PagesFolder("classpath:/web/");

  /** The page of that name; empty in a build without the front end. */
  Optional<byte[]> page(String name) {
    return bytes(location + name);
  }

  static Optional<byte[]> bytes(String location) {
    Resource page = new DefaultResourceLoader().getResource(location);
    try {
      return page.exists() ? Optional.of(page.getContentAsByteArray()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
