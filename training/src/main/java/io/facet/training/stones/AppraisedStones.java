package io.facet.training.stones;

import io.facet.valuation.Appraisal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The sound appraisals of a file, one after the other, so that it need not fit into memory. */
public final class AppraisedStones {

  private AppraisedStones() {}

  /** Gives {@code each} all appraisals in {@code file} that can be used. */
  public static void read(Path file, Consumer<Appraisal> each) throws IOException {
    try (StoneFile stones = StoneFile.open(file)) {
      for (StoneRow row : stones) {
        if (row.problems().isEmpty() && row.price().isPresent()) {
          each.accept(new Appraisal(row.stone().orElseThrow(), row.price().get()));
        }
      }
    }
  }
}
