package io.facet.service.batches;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The form in which a batch comes and is answered. Used by one thread, which may wait. */
interface Form {

  /** The next line, or null where there is none any more. */
  @Nullable Line next() throws IOException;

  /** Says what came of {@code line}; lines are answered in their order. */
  void answer(Line line, Result result) throws IOException;

  /** Sends what has been said so far on its way. */
  void flush() throws IOException;

  /** Ends the answer. */
  void end() throws IOException;
}
