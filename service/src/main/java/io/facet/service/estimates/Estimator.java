package io.facet.service.estimates;

import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.service.models.Witnesses;
import io.facet.service.valuations.ReasonedPrice;
import io.facet.valuation.Estimate;
import io.facet.valuation.stone.Diamond;

/** What such a stone fetches, by the model that is served now. */
final class Estimator {

  private final CurrentModel current;
  private final Witnesses witnesses;

  Estimator(CurrentModel current, Witnesses witnesses) {
    this.current = current;
    this.witnesses = witnesses;
  }

  EstimateAnswer price(Diamond stone) {
    ServedModel model = current.orUnavailable();
    Estimate estimate = model.appraiser().estimate(stone);
    witnesses.saw(stone, estimate.price(), model);
    return EstimateAnswer.of(stone, estimate, model);
  }

  /** With its reasons. Stones that somebody only imagines say nothing about those that come. */
  ReasonedPrice reasons(Diamond stone) {
    return ReasonedPrice.of(stone, current.orUnavailable());
  }
}
