package io.facet.service.batches;

import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Keyring;
import io.facet.service.limits.Allowance;
import io.facet.service.limits.FairUse;
import io.facet.service.metering.Outcome;
import io.facet.service.metering.UsageMeter;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.util.Optional;

/**
 * Each stone of a batch takes from the caller's limits and is counted, as one asked alone would be.
 * What the first one takes has been taken with the request itself.
 */
final class Tally {

  static final String OPERATION = "POST /v1/valuations/batch";

  private final ApiKey caller;
  private final Keyring keys;
  private final FairUse fairUse;
  private final UsageMeter meter;
  private boolean firstTaken;

  Tally(ApiKey caller, Keyring keys, FairUse fairUse, UsageMeter meter) {
    this.caller = caller;
    this.keys = keys;
    this.fairUse = fairUse;
    this.meter = meter;
  }

  /** Why no more may be asked now; empty when it may. */
  Optional<ProblemException> take() {
    if (!firstTaken) {
      firstTaken = true;
      return Optional.empty();
    }
    // A batch may take hours, and a key be revoked meanwhile.
    if (keys.inForce(caller.id()).isEmpty()) {
      return Optional.of(
          new ProblemException(ProblemType.UNAUTHORIZED, "This API key isn't valid any more."));
    }
    Allowance allowance = fairUse.take(caller, 1);
    return allowance == null ? Optional.empty() : allowance.refusal();
  }

  void count(Result result) {
    Outcome outcome =
        switch (result) {
          case Result.Refused refused -> Outcome.of(refused.problem().type().status());
          case Result.Kept kept when kept.replayed() -> Outcome.REPLAYED;
          case Result.Kept kept -> Outcome.OK;
          case Result.Priced priced -> Outcome.OK;
        };
    meter.count(caller, OPERATION, outcome, 0, outcome == Outcome.LIMITED ? 0 : 1);
  }
}
