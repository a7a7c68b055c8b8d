package io.facet.service.access;

import io.facet.service.keys.Scope;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import org.springframework.http.HttpHeaders;

/** Why somebody may not, as problems. */
final class Denials {

  private Denials() {}

  static ProblemException noKey() {
    return unauthorized(
        "Send your API key in the header X-API-Key, or as Authorization: Bearer.",
        "Bearer realm=\"facet\"");
  }

  /** What a browser is told that was led nowhere. */
  static ProblemException noPage() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such page.");
  }

  static ProblemException badKey() {
    return unauthorized(
        "This API key isn't valid. Check that all of it was copied: it starts with fct_live_.",
        "Bearer realm=\"facet\", error=\"invalid_token\"");
  }

  static ProblemException tooManyBadKeys(long seconds) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    return new ProblemException(
        ProblemType.TOO_MANY_BAD_KEYS,
        "Too many keys that aren't valid came from your address. Try again after a pause.",
        headers);
  }

  static ProblemException missing(Scope scope) {
    return new ProblemException(
        ProblemType.MISSING_SCOPE, "This needs a key with the scope %s.".formatted(scope.label()));
  }

  static ProblemException strangeAddress() {
    return new ProblemException(
        ProblemType.INVALID_REQUEST,
        "The address, method or headers of this request hold what is never accepted.");
  }

  static ProblemException coded() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.ACCEPT_ENCODING, "identity");
    return new ProblemException(
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        "Send the body as it is: compressed ones, as Content-Encoding says, aren't read here.",
        headers);
  }

  private static ProblemException unauthorized(String detail, String challenge) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge);
    return new ProblemException(ProblemType.UNAUTHORIZED, detail, headers);
  }
}
