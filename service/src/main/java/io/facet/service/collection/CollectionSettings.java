package io.facet.service.collection;

import io.facet.service.settings.Variables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The collection as the operator names it.
 *
 * @param rows what is in the books; empty where the stones that the model brings are the collection
 */
public record CollectionSettings(Optional<List<CollectionRow>> rows) {

  public CollectionSettings {
    rows = rows.map(List::copyOf);
  }

  public static CollectionSettings read(Variables variables) {
    return new CollectionSettings(
        variables.path("FACET_COLLECTION").map(file -> read(variables, file)));
  }

  private static List<CollectionRow> read(Variables variables, Path file) {
    try {
      return CollectionFile.read(file);
    } catch (IOException e) {
      return variables.refuse(
          "FACET_COLLECTION is %s, which is no file of stones: %s".formatted(file, e.getMessage()),
          List::of);
    }
  }
}
