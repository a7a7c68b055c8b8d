package io.facet.service.keys;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Where keys are kept, for all processes of the service. What can't be reached fails with the
 * problem {@code store-away}.
 */
interface KeyStore {

  /** A number that grows with every change of a key: cheap to ask. */
  Mono<Long> revision();

  /** All keys there are, revoked ones too, oldest first. */
  Mono<KeptKeys> all();

  /**
   * Makes the change that {@code decision} draws from what is kept, all of it or none; gives what
   * is kept then. No other change happens meanwhile, in whichever process. What {@code decision}
   * throws is what this fails with.
   */
  Mono<KeptKeys> change(Function<KeptKeys, Change> decision);

  /** Notes when keys were last used. An earlier use than the one known changes nothing. */
  Mono<Void> used(Map<String, Instant> times);

  /** When keys were last used; those that never were are left out. */
  Mono<Map<String, Instant>> lastUses();

  /**
   * At most {@code limit} events, newest first, those before the one with the id {@code before}.
   */
  Mono<List<KeyEvent>> events(Optional<String> before, int limit);

  /**
   * What becomes of the keys.
   *
   * @param keys the new ones, and those that replace one with their id
   * @param events what is to be remembered of it
   */
  record Change(List<ApiKey> keys, List<KeyEvent> events) {

    public Change {
      keys = List.copyOf(keys);
      events = List.copyOf(events);
    }

    Change and(Change next) {
      return new Change(concat(keys, next.keys()), concat(events, next.events()));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
      return Stream.concat(first.stream(), second.stream()).toList();
    }
  }
}
