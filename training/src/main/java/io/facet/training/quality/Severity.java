package io.facet.training.quality;

import java.util.Locale;

/** What happens where a rule doesn't hold. */
public enum Severity {
  /** Nothing of the file is taken: it says something about whoever made it. */
  REFUSE_FILE,
  /** The row is not learned from; the next one may be sound. */
  SET_ASIDE,
  /** Somebody should look; the row is taken all the same, unless another one says the same. */
  WARN;

  /** As people read it. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
