package io.facet.valuation.stone;

import java.util.List;
import java.util.stream.Collectors;

/** The values can't be those of a diamond. Carries every problem, not only the first. */
public final class ImpossibleStoneException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<StoneProblem> problems;

  ImpossibleStoneException(List<StoneProblem> problems) {
    super(problems.stream().map(StoneProblem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public List<StoneProblem> problems() {
    return problems;
  }
}
