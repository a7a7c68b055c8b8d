package io.facet.service.stones;

import io.facet.service.problems.Problem;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.valuation.stone.Checked;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.StoneDescription;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a body says.
 *
 * @param description of the stone, not yet checked
 * @param texts what it says beyond the stone, by member
 * @param amounts numbers that it says beyond the stone, by member
 * @param flags true or false, said beyond the stone, by member
 */
public record WrittenStone(
    StoneDescription description,
    Map<String, String> texts,
    Map<String, BigDecimal> amounts,
    Map<String, Boolean> flags) {

  public WrittenStone {
    texts = Map.copyOf(texts);
    amounts = Map.copyOf(amounts);
    flags = Map.copyOf(flags);
  }

  /** The stone described, or the problem that names everything that can't be. */
  public Diamond diamond() {
    return diamond(List.of());
  }

  /** The same where {@code others} are wrong as well. */
  public Diamond diamond(List<Problem.Fault> others) {
    return accepted(description.check(), others);
  }

  /** The stone that was found possible, or the problem that names what can't be. */
  public static Diamond accepted(Checked checked, List<Problem.Fault> others) {
    return switch (checked) {
      case Checked.Accepted accepted when others.isEmpty() -> accepted.diamond();
      case Checked.Accepted _ -> throw new ProblemException(ProblemType.INVALID_STONE, others);
      case Checked.Refused refused ->
          throw new ProblemException(
              ProblemType.INVALID_STONE,
              Stream.concat(
                      refused.problems().stream()
                          .map(
                              problem ->
                                  new Problem.Fault(
                                      "/" + problem.feature().column(),
                                      problem.detail(),
                                      problem.allowed())),
                      others.stream())
                  .toList());
    };
  }
}
