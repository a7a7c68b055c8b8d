package io.facet.service.idempotency;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** Makes something once, however often it is asked for under the same idempotency key. */
public final class Once<T extends Keeper.Kept> {

  private final InFlight inFlight = new InFlight();
  private final Keeper<T> keeper;

  public Once(Keeper<T> keeper) {
    this.keeper = keeper;
  }

  /**
   * What a request comes to.
   *
   * @param replayed it was there before this request
   */
  public record Outcome<T extends Keeper.Kept>(T kept, boolean replayed) {

    /** 201 with the place of what was kept below {@code route}, and whether it was replayed. */
    public ResponseEntity.BodyBuilder created(String route) {
      ResponseEntity.BodyBuilder response =
          ResponseEntity.created(URI.create(route + "/" + kept.id()));
      if (replayed) {
        response.header(IdempotencyKey.REPLAYED, "true");
      }
      return response;
    }
  }

  /**
   * What was made before under {@code key}, else what {@code make} makes now, once it is durable.
   *
   * @param asked the request as {@link Keeper.Kept#request} writes it
   */
  public Mono<Outcome<T>> make(
      Optional<IdempotencyKey> key, Supplier<String> asked, Supplier<T> make) {
    return key.map(name -> inFlight.alone(name, () -> makeUnder(name, asked.get(), make)))
        .orElseGet(() -> Mono.defer(() -> keep(make.get())));
  }

  private Mono<Outcome<T>> makeUnder(IdempotencyKey key, String asked, Supplier<T> make) {
    return keeper
        .findByIdempotencyKey(key.business(), key.text())
        .map(earlier -> replay(earlier, asked))
        .switchIfEmpty(Mono.defer(() -> keep(make.get())));
  }

  private Mono<Outcome<T>> keep(T fresh) {
    return keeper
        .keep(fresh)
        .map(
            kept ->
                kept.id().equals(fresh.id())
                    ? new Outcome<>(kept, false)
                    : replay(kept, fresh.request()));
  }

  private Outcome<T> replay(T earlier, String asked) {
    if (!earlier.request().equals(asked)) {
      throw new ProblemException(
          ProblemType.IDEMPOTENCY_KEY_REUSED,
          "Another body came with this Idempotency-Key before: take a new one.");
    }
    return new Outcome<>(earlier, true);
  }
}
