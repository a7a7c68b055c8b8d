package io.facet.service.problems;

import java.net.URI;
import java.util.Locale;

/** The kinds of problems, each with its address, title and status. */
public enum ProblemType {
  INVALID_BODY(400, "The body isn't the JSON asked for"),
  INVALID_REQUEST(400, "The request isn't one that can be answered"),
  UNAUTHORIZED(401, "A valid API key is needed"),
  NOT_SIGNED_IN(401, "Nobody has signed in"),
  MISSING_SCOPE(403, "This key doesn't open this"),
  NOT_A_STAFF_KEY(403, "Nobody signs in with this key"),
  BAD_CSRF_TOKEN(403, "The request doesn't bring the token of its session"),
  CROSS_SITE(403, "The request comes from a page of another site"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "This can't be done here"),
  NOT_ACCEPTABLE(406, "The answer has no such form"),
  IDEMPOTENCY_KEY_IN_FLIGHT(409, "The same request is still being answered"),
  LAST_ADMIN_KEY(409, "The last admin key can't be revoked"),
  KEY_BEING_ROTATED(409, "This key is being rotated already"),
  KEY_NOT_IN_FORCE(409, "This key has been revoked or has expired"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body comes in a form that isn't read here"),
  INVALID_STONE(422, "The stone can't be valued"),
  IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key belongs to another request"),
  RATE_LIMITED(429, "More was asked in a minute than the plan allows"),
  QUOTA_SPENT(429, "All that the plan allows for today has been asked"),
  TOO_MANY_BAD_KEYS(429, "Too many keys that aren't valid"),
  INTERNAL_ERROR(500, "Something went wrong here"),
  NO_MODEL(503, "No model is served yet"),
  NOT_IN_MODEL(503, "The model that is served doesn't bring this"),
  REGISTRY_AWAY(503, "The registry of models doesn't answer now"),
  NO_PAGES(503, "This service was built without its pages"),
  STORE_AWAY(503, "Nothing can be stored or looked up now");

  private static final String BASE = "https://facet.example/problems/";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public URI uri() {
    return URI.create(BASE + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
