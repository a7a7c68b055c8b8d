package io.facet.training.gate;

import io.facet.registry.folder.ModelFolder;
import io.facet.training.evaluation.Priced;
import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Diamond;
import java.util.List;

/** Decides whether a challenger takes the champion's place. The same evidence, the same verdict. */
public final class Gate {

  private Gate() {}

  /**
   * Holds {@code challenger} against all six bars.
   *
   * @param evidence what to judge by
   * @param challenger the packaged model
   */
  public static Verdict judge(Evidence evidence, ModelFolder challenger) {
    Appraiser appraiser = challenger.appraiser();
    List<Diamond> stones = evidence.challenger().stream().map(Priced::stone).toList();
    return Verdict.of(
        List.of(
            LowerError.bar(evidence),
            EvenSegments.bar(evidence),
            HeldRanges.bar(evidence.challenger(), appraiser.ranges().coverage()),
            ExactReasons.bar(appraiser, stones),
            QuickAnswers.bar(appraiser, stones),
            SameOnnx.bar(challenger, stones)));
  }
}
