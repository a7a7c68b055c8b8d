package io.facet.notebooks;

import io.facet.valuation.Reason;
import io.facet.valuation.Usd;
import io.facet.valuation.Valuation;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar of a ladder of reasons.
 *
 * @param order from the top
 * @param step what it says
 * @param usd what the step adds in USD, or where the ladder starts or ends
 * @param isTotal whether it is the start or the end
 */
public record LadderStep(int order, String step, double usd, boolean isTotal) {

  /** The ladder from the reference stone to the price. */
  public static List<LadderStep> of(Valuation valuation) {
    List<LadderStep> steps = new ArrayList<>();
    double start = Usd.cents(valuation.referencePrice()).doubleValue();
    steps.add(new LadderStep(0, valuation.reference().name(), start, true));
    for (Reason reason : valuation.reasons()) {
      steps.add(new LadderStep(steps.size(), reason.text(), reason.usd().doubleValue(), false));
    }
    steps.add(new LadderStep(steps.size(), "The price", valuation.price().doubleValue(), true));
    return List.copyOf(steps);
  }
}
