package io.facet.service.stones;

import io.facet.service.problems.Problem;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.valuation.stone.Checked;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.StoneDescription;
import java.util.Map;

/**
 * What a body says.
 *
 * @param description of the stone, not yet checked
 * @param texts what it says beyond the stone, by member
 */
public record WrittenStone(StoneDescription description, Map<String, String> texts) {

  public WrittenStone {
    texts = Map.copyOf(texts);
  }

  /** The stone described, or the problem that names everything that can't be. */
  public Diamond diamond() {
    return switch (description.check()) {
      case Checked.Accepted accepted -> accepted.diamond();
      case Checked.Refused refused ->
          throw new ProblemException(
              ProblemType.INVALID_STONE,
              refused.problems().stream()
                  .map(
                      problem ->
                          new Problem.Fault(
                              "/" + problem.feature().column(),
                              problem.detail(),
                              problem.allowed()))
                  .toList());
    };
  }
}
