package io.facet.service.stones;

import io.facet.valuation.stone.Diamond;
import org.jspecify.annotations.Nullable;

/**
 * A stone, and what its owner calls it.
 *
 * @param clientReference the caller's own name of it, if any
 */
public record NamedStone(Diamond stone, @Nullable String clientReference) {

  public static final String CLIENT_REFERENCE = "client_reference";

  /** Reads bodies that hold a stone and its name. */
  public static StoneReader reader() {
    return new StoneReader().withText(CLIENT_REFERENCE);
  }

  /** What {@code written} says, or the problem that names everything that can't be. */
  public static NamedStone of(WrittenStone written) {
    return new NamedStone(written.diamond(), written.texts().get(CLIENT_REFERENCE));
  }
}
