package io.facet.service.problems;

import java.net.URI;
import java.util.Locale;

/** The kinds of problems, each with its address, title, status and what to do about it. */
public enum ProblemType {
  INVALID_BODY(
      400,
      "The body isn't the JSON asked for",
      "Send one JSON object with the members that the API page names. errors lists "
          + "every member that is missing, unknown or of another form, each with a JSON "
          + "pointer."),
  INVALID_REQUEST(
      400,
      "The request isn't one that can be answered",
      "A parameter or header can't be read; detail says which one and what it may be. "
          + "Sending the same again won't help."),
  UNAUTHORIZED(
      401,
      "A valid API key is needed",
      "Send your API key in the header X-API-Key, or as Authorization: Bearer. If you "
          + "do, it was copied in part, has expired, or was revoked: ask for a new one."),
  NOT_SIGNED_IN(
      401,
      "Nobody has signed in",
      "For the web app: sign in at /login. Programs send a key instead."),
  MISSING_SCOPE(
      403,
      "This key doesn't open this",
      "The key is valid but doesn't open this route; detail names the scope that does. "
          + "Whoever issued the key can issue another."),
  NOT_A_STAFF_KEY(
      403,
      "Nobody signs in with this key",
      "Only keys with the scopes estimates, valuations and collection open the web app."),
  BAD_CSRF_TOKEN(
      403,
      "The request doesn't bring the token of its session",
      "Requests of a session that are neither GET nor HEAD send the csrf_token of GET "
          + "/session in the header X-CSRF-Token. Programs send a key and need none."),
  CROSS_SITE(
      403,
      "The request comes from a page of another site",
      "A browser says that a page of another site has sent this. Open the page of this "
          + "service itself."),
  NOT_FOUND(
      404,
      "There is nothing here",
      "No such address, or no such thing that is yours: what belongs to another "
          + "business isn't told from what never was."),
  METHOD_NOT_ALLOWED(
      405, "This can't be done here", "The header Allow says which methods work at this address."),
  NOT_ACCEPTABLE(
      406,
      "The answer has no such form",
      "The header Accept asks for a form that this isn't answered in; detail lists "
          + "those that it is."),
  IDEMPOTENCY_KEY_IN_FLIGHT(
      409,
      "The same request is still being answered",
      "The first request with this Idempotency-Key is still under way. Wait a moment "
          + "and send the same again: you will get the answer of the first."),
  LAST_ADMIN_KEY(
      409,
      "The last admin key can't be revoked",
      "Without it nobody could issue keys any more. Issue another admin key first."),
  KEY_BEING_ROTATED(
      409,
      "This key is being rotated already",
      "Its successor exists already, and both work until the old one ends. Use the "
          + "successor, or wait for that."),
  KEY_NOT_IN_FORCE(
      409,
      "This key has been revoked or has expired",
      "A key that doesn't work any more can't be rotated. Issue a new one."),
  REQUEST_TIMEOUT(
      408,
      "The request took too long to arrive",
      "Send it faster, or again: nothing of it was done. Many stones go to POST "
          + "/v1/valuations/batch, which may take as long as it likes while it goes on."),
  BODY_TOO_LARGE(
      413,
      "The body is too large",
      "A stone fits in 64 kB many times over. Many stones go to POST "
          + "/v1/valuations/batch, which has no limit on the whole."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The body comes in a form that isn't read here",
      "The header Content-Type names a form that isn't read here; Accept in the answer "
          + "lists those that are."),
  INVALID_STONE(
      422,
      "The stone can't be valued",
      "Such a stone can't be: a measure is out of bounds, a grade doesn't exist, or "
          + "weight and dimensions don't fit each other. errors lists all of it. Mend the "
          + "stone; sending the same again won't help."),
  IMPOSSIBLE_REQUEST(
      422,
      "What is asked for can't be",
      "All of it can be read, but it can't be: a period that ends before it begins, a key "
          + "that has ended before it is issued. detail or errors says what; sending the "
          + "same again won't help."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "This Idempotency-Key belongs to another request",
      "This Idempotency-Key came before with another body. Use a new key for each thing "
          + "that you want done."),
  RATE_LIMITED(
      429,
      "More was asked in a minute than the plan allows",
      "Wait as many seconds as Retry-After says, then go on. RateLimit in every answer "
          + "says what is left, so that you can slow down before."),
  QUOTA_SPENT(
      429,
      "All that the plan allows for today has been asked",
      "Retry-After says when the day (UTC) ends. For more a day ask for another plan."),
  TOO_MANY_BAD_KEYS(
      429,
      "Too many keys that aren't valid",
      "From your address came many keys that don't exist. Valid keys go on working from "
          + "elsewhere; from here wait as long as Retry-After says."),
  INTERNAL_ERROR(
      500,
      "Something went wrong here",
      "Our fault. Nothing of a request that failed so is stored or billed. Try again; "
          + "if it stays, tell us the request_id."),
  NO_MODEL(
      503,
      "No model is served yet",
      "The service has just started and is still fetching its model. Try again after "
          + "Retry-After."),
  NOT_IN_MODEL(
      503,
      "The model that is served doesn't bring this",
      "The model that answers was trained without this, such as a price list or stones "
          + "to compare with. The operator can promote one that brings it."),
  REGISTRY_AWAY(
      503,
      "The registry of models doesn't answer now",
      "What is asked lies in the registry of models, which doesn't answer now. Prices "
          + "don't depend on it. Try again after Retry-After."),
  NO_PAGES(
      503,
      "This service was built without its pages",
      "The operator runs the API without the web app."),
  STORE_AWAY(
      503,
      "Nothing can be stored or looked up now",
      "Nothing could be stored, so nothing was promised or billed. Estimates, which "
          + "store nothing, still answer. Try again after Retry-After, with the same "
          + "Idempotency-Key.");

  private static final String BASE = "https://facet.example/problems/";

  private final int status;
  private final String title;
  private final String advice;

  ProblemType(int status, String title, String advice) {
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** What whoever meets it can do. */
  public String advice() {
    return advice;
  }

  /** The last part of its address, such as {@code invalid-stone}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public URI uri() {
    return URI.create(BASE + slug());
  }

  /** Where its page is, for the header Link: wherever it was that the caller asked. */
  public String help() {
    return "</problems/%s>; rel=\"help\"".formatted(slug());
  }
}
