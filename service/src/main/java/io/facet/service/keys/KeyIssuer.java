package io.facet.service.keys;

import static io.facet.service.keys.KeyEvent.Action.ISSUED;
import static io.facet.service.keys.KeyEvent.Action.REVOKED;
import static io.facet.service.keys.KeyEvent.Action.ROTATED;

import io.facet.service.keys.KeyStore.Change;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.store.TimedIds;
import io.facet.service.store.TimedIds.TimedId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Issues, rotates and revokes keys, and remembers who did. */
public final class KeyIssuer {

  /** What every id of an event begins with. */
  public static final String EVENT_PREFIX = "kev_";

  private final SecureRandom random = new SecureRandom();
  private final KeyStore store;
  private final KnownKeys known;
  private final KeyHash hash;
  private final TakeOver home;
  private final TimedIds eventIds;
  private final InstantSource clock;

  KeyIssuer(KeyStore store, HomeKeys home, TimedIds eventIds, InstantSource clock) {
    this.store = store;
    this.known = home.known();
    this.hash = home.hash();
    this.home = home.takeOver(eventIds);
    this.eventIds = eventIds;
    this.clock = clock;
  }

  /** What a key is to be like. */
  public record Order(
      String name, String business, Set<Scope> scopes, Plan plan, @Nullable Instant expiresAt) {}

  /**
   * A key that was just made.
   *
   * @param plain all of it; nobody can say it again
   */
  public record Issued(ApiKey key, String plain) {

    /** Leaves the key out: what is printed ends up in logs. */
    @Override
    public String toString() {
      return "Issued[" + key + "]";
    }
  }

  public Mono<Issued> issue(Order order, Actor actor) {
    return Mono.defer(
        () -> {
          PlainKey plain = PlainKey.generate(random);
          ApiKey fresh = made(plain, order, null);
          return change(kept -> changed(event(ISSUED, fresh, actor), fresh))
              .thenReturn(new Issued(fresh, plain.reveal()));
        });
  }

  /**
   * Makes another key like the one with that id, which goes on for {@code overlap}. A key that
   * would expire gets as long a life again.
   */
  public Mono<Issued> rotate(String id, Duration overlap, Actor actor) {
    return Mono.defer(
        () -> {
          PlainKey plain = PlainKey.generate(random);
          return change(kept -> rotated(kept, id, plain, overlap, actor))
              .map(kept -> new Issued(kept.find(plain.id()).orElseThrow(), plain.reveal()));
        });
  }

  private Change rotated(KeptKeys kept, String id, PlainKey plain, Duration overlap, Actor actor) {
    Instant now = now();
    ApiKey old = kept.find(id).orElseThrow(KeyIssuer::notFound);
    KeyRules.mayBeRotated(kept, old, now);
    Instant expiresAt =
        old.expiresAt() == null
            ? null
            : now.plus(Duration.between(old.createdAt(), old.expiresAt()));
    ApiKey fresh =
        made(
            plain,
            new Order(old.name(), old.business(), old.scopes(), old.plan(), expiresAt),
            old.id());
    return new Change(
        List.of(old.expiring(now.plus(overlap)), fresh),
        List.of(event(ROTATED, old, actor), event(ISSUED, fresh, actor)));
  }

  /** Once this completes the key opens nothing here any more, and soon nothing anywhere. */
  public Mono<Void> revoke(String id, Actor actor) {
    return change(kept -> revoked(kept, id, actor)).then();
  }

  private Change revoked(KeptKeys kept, String id, Actor actor) {
    Instant now = now();
    ApiKey key = kept.find(id).orElseThrow(KeyIssuer::notFound);
    if (key.revokedAt() != null) {
      return new Change(List.of(), List.of());
    }
    KeyRules.mayBeRevoked(kept, key, now);
    return changed(event(REVOKED, key, actor), key.revoked(now));
  }

  /** All keys, oldest first, revoked ones too. */
  public Mono<List<ApiKey>> all() {
    return store.all().map(KeptKeys::keys);
  }

  /** When keys were last used, exact to a few seconds; those that never were are left out. */
  public Mono<Map<String, Instant>> lastUses() {
    return store.lastUses();
  }

  /**
   * At most {@code limit} events, newest first, those before the one with the id {@code before}.
   */
  public Mono<List<KeyEvent>> events(Optional<String> before, int limit) {
    return store.events(before, limit);
  }

  // Also what this home brings: somebody may ask before the store was opened and looked at.
  private Mono<KeptKeys> change(Function<KeptKeys, Change> decision) {
    return store
        .change(
            kept -> {
              Change brought = home.into(kept);
              return brought.and(decision.apply(kept.with(brought.keys())));
            })
        .doOnNext(known::takeIfNewer);
  }

  private ApiKey made(PlainKey plain, Order order, @Nullable String replaces) {
    return new ApiKey(
        plain.id(),
        order.name(),
        order.business(),
        order.scopes(),
        order.plan(),
        hash.of(plain.secret()),
        now(),
        order.expiresAt(),
        null,
        replaces);
  }

  private KeyEvent event(KeyEvent.Action action, ApiKey key, Actor actor) {
    TimedId id = eventIds.next();
    return new KeyEvent(
        id.text(), id.at(), action, key.id(), key.business(), actor.keyId(), actor.requestId());
  }

  private static Change changed(KeyEvent event, ApiKey key) {
    return new Change(List.of(key), List.of(event));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static ProblemException notFound() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no key with this id.");
  }
}
