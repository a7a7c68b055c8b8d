package io.facet.service.batches;

import io.facet.service.keys.ApiKey;
import io.facet.service.limits.Allowance;
import io.facet.service.limits.FairUse;
import io.facet.service.metering.Outcome;
import io.facet.service.metering.UsageMeter;
import io.facet.service.problems.ProblemException;
import java.util.Optional;

/**
 * Each stone of a batch takes from the caller's limits and is counted, as one asked alone would be.
 * The first one has been taken and counted with the request itself.
 */
final class Tally {

  static final String OPERATION = "POST /v1/valuations/batch";

  private final ApiKey caller;
  private final FairUse fairUse;
  private final UsageMeter meter;
  private boolean firstTaken;
  private boolean firstCounted;

  Tally(ApiKey caller, FairUse fairUse, UsageMeter meter) {
    this.caller = caller;
    this.fairUse = fairUse;
    this.meter = meter;
  }

  /** Why no more may be asked now; empty when it may. */
  Optional<ProblemException> take() {
    if (!firstTaken) {
      firstTaken = true;
      return Optional.empty();
    }
    Allowance allowance = fairUse.take(caller, 1);
    return allowance == null ? Optional.empty() : allowance.refusal();
  }

  void count(Result result) {
    if (!firstCounted) {
      firstCounted = true;
      return;
    }
    Outcome outcome =
        result instanceof Result.Refused refused
            ? Outcome.of(refused.problem().type().status())
            : Outcome.OK;
    meter.count(caller, OPERATION, outcome, 0, outcome == Outcome.LIMITED ? 0 : 1);
  }
}
