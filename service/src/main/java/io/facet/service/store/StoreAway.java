package io.facet.service.store;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import org.springframework.http.HttpHeaders;

/** The problem of whatever must be stored, or looked up, while the store is away. */
final class StoreAway {

  private static final String RETRY_AFTER_SECONDS = "5";

  private StoreAway() {}

  static ProblemException problem() {
    return problem("Nothing is lost that was acknowledged. Try again soon; estimates go on.");
  }

  static ProblemException tooMuch() {
    return problem("More is waiting to be stored than can be taken in. Try again soon.");
  }

  private static ProblemException problem(String detail) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    return new ProblemException(ProblemType.STORE_AWAY, detail, headers);
  }
}
