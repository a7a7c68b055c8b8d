package io.facet.service.collection;

import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.valuation.Appraiser;
import io.facet.valuation.comparables.Comparables;
import io.facet.valuation.stone.Checked;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The collection, valued once by each model that is served. */
final class Books {

  private final Optional<List<CollectionRow>> own;
  private final CurrentModel current;
  private volatile @Nullable Valued last;

  Books(CollectionSettings settings, CurrentModel current) {
    this.own = settings.rows();
    this.current = current;
  }

  private record Valued(Appraiser by, Holdings holdings) {}

  /** What the model of the moment says about the collection. */
  Mono<Holdings> now() {
    return Mono.defer(
        () -> {
          ServedModel model = current.orUnavailable();
          Valued known = last;
          return known != null && known.by() == model.appraiser()
              ? Mono.just(known.holdings())
              : Mono.fromCallable(() -> value(model)).subscribeOn(Schedulers.boundedElastic());
        });
  }

  /** One at a time: whoever comes meanwhile finds it done. */
  private synchronized Holdings value(ServedModel model) {
    Valued known = last;
    if (known != null && known.by() == model.appraiser()) {
      return known.holdings();
    }
    Holdings holdings = Holdings.of(own.orElseGet(() -> learnedFrom(model)), model);
    last = new Valued(model.appraiser(), holdings);
    return holdings;
  }

  private static List<CollectionRow> learnedFrom(ServedModel model) {
    Comparables stones =
        model
            .comparables()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_IN_MODEL,
                        "It brings no stones, and no collection is set up beside it."));
    AtomicInteger number = new AtomicInteger();
    return stones.stones().stream()
        .map(
            appraisal ->
                new CollectionRow(
                    number.incrementAndGet(),
                    new Checked.Accepted(appraisal.stone()),
                    OptionalDouble.of(appraisal.price())))
        .toList();
  }
}
