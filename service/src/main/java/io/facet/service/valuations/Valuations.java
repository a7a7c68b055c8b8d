package io.facet.service.valuations;

import io.facet.service.idempotency.IdempotencyKey;
import io.facet.service.idempotency.Once;
import io.facet.service.keys.ApiKey;
import io.facet.service.models.ServedModel;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.NamedStone;
import io.facet.service.store.TimedIds;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Values stones, keeps what was said and reads it again, for every route that does so. */
public final class Valuations {

  private final Valuer valuer;
  private final ValuationStore store;
  private final Once<StoredValuation> once;

  Valuations(Valuer valuer, ValuationStore store) {
    this.valuer = valuer;
    this.store = store;
    this.once = new Once<>(store);
  }

  /**
   * What is said about one stone.
   *
   * @param answer as JSON
   * @param replayed it was said before
   */
  public record Said(String answer, boolean replayed) {}

  /** What is said about {@code asked}, once it is durable. */
  public Mono<Said> value(
      NamedStone asked, ServedModel model, ApiKey caller, Optional<IdempotencyKey> key) {
    return make(asked, () -> model, caller, key)
        .map(outcome -> new Said(outcome.kept().answer(), outcome.replayed()));
  }

  /** The same; the model is needed only where nothing was answered before. */
  Mono<Once.Outcome<StoredValuation>> make(
      NamedStone asked, Supplier<ServedModel> model, ApiKey caller, Optional<IdempotencyKey> key) {
    return once.make(
        key, () -> valuer.request(asked), () -> valuer.value(asked, model.get(), caller, key));
  }

  /** What was answered under {@code id}; the problem {@code not-found} where that is nobody's. */
  public Mono<ValuationAnswer> find(String business, String id) {
    return kept(business, id).map(valuer::read);
  }

  Mono<StoredValuation> kept(String business, String id) {
    return Mono.just(id)
        .filter(text -> TimedIds.isOne(text, Valuer.PREFIX))
        .flatMap(text -> store.find(business, text))
        .switchIfEmpty(Mono.error(Valuations::notFound));
  }

  static ProblemException notFound() {
    return new ProblemException(ProblemType.NOT_FOUND, "You have no valuation with this id.");
  }
}
