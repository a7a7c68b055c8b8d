package io.facet.valuation.stone;

import java.util.List;

/** What came of checking a description: a diamond, or everything that is wrong with it. */
public sealed interface Checked {

  /** The description is that of a possible stone. */
  record Accepted(Diamond diamond) implements Checked {}

  /** The description can't be a diamond's; {@code problems} is never empty. */
  record Refused(List<StoneProblem> problems) implements Checked {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
