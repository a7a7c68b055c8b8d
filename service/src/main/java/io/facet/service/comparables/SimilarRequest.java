package io.facet.service.comparables;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.facet.service.problems.Problem;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.Stone;
import io.facet.service.stones.StoneReader;
import io.facet.service.stones.WrittenStone;
import io.facet.valuation.stone.Checked;
import io.facet.valuation.stone.Diamond;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param strict only stones of the same cut, color and clarity
 * @param limit how many at most
 */
record SimilarRequest(Diamond stone, boolean strict, int limit) {

  private static final String STRICT = "strict";
  private static final String LIMIT = "limit";
  private static final int USUAL = 5;
  private static final int MOST = 50;

  static StoneReader reader() {
    return new StoneReader().withFlag(STRICT).withAmount(LIMIT);
  }

  /** What {@code written} says, or the problem that names everything that can't be. */
  static SimilarRequest of(WrittenStone written) {
    BigDecimal limit = written.amounts().getOrDefault(LIMIT, BigDecimal.valueOf(USUAL));
    List<Problem.Fault> faults = faults(limit);
    if (!faults.isEmpty() && written.description().check() instanceof Checked.Accepted) {
      throw new ProblemException(ProblemType.IMPOSSIBLE_REQUEST, faults);
    }
    Diamond stone = written.diamond(faults);
    return new SimilarRequest(
        stone, written.flags().getOrDefault(STRICT, false), limit.intValueExact());
  }

  private static List<Problem.Fault> faults(BigDecimal limit) {
    boolean whole = limit.stripTrailingZeros().scale() <= 0;
    return whole && limit.signum() > 0 && limit.compareTo(BigDecimal.valueOf(MOST)) <= 0
        ? List.of()
        : List.of(
            new Problem.Fault("/" + LIMIT, "must be a whole number from 1 to %d".formatted(MOST)));
  }

  /** The body as the OpenAPI document shows it; {@code StoneReader} reads the real one. */
  @Schema(
      name = "SimilarStonesRequest",
      description = "A stone, and which stones to compare it with.")
  record Body(
      @JsonUnwrapped Stone stone,
      @Schema(
              description =
                  "true: only stones of the same cut, color and clarity, the closest weight first;"
                      + " false: those closest in everything",
              defaultValue = "false")
          @Nullable Boolean strict,
      @Schema(description = "How many at most", minimum = "1", maximum = "50", defaultValue = "5")
          @Nullable Integer limit) {}
}
