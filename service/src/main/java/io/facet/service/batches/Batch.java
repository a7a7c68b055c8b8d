package io.facet.service.batches;

import io.facet.service.idempotency.IdempotencyKey;
import io.facet.service.keys.ApiKey;
import io.facet.service.models.ServedModel;
import io.facet.service.models.Witnesses;
import io.facet.service.problems.FrameworkFailures;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.NamedStone;
import io.facet.service.valuations.Detail;
import io.facet.service.valuations.Valuations;
import io.facet.valuation.Estimate;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads a line, values it, answers it, in order. Where answers must first be stored, some are under
 * way at once, so that they share commits; before anybody waits for the caller, all are answered.
 */
final class Batch {

  /** How many may be under way to the store: enough for a whole commit, little enough to hold. */
  private static final int UNDER_WAY = 128;

  private final ServedModel model;
  private final Detail detail;
  private final Valuations valuations;
  private final Witnesses witnesses;
  private final ApiKey caller;
  private final Tally tally;
  private final Consumer<Throwable> onFault;
  private final Optional<IdempotencyKey> key;
  private final Queue<Pending> underWay = new ArrayDeque<>();
  private @Nullable Form form;

  /**
   * @param model all lines are valued by this one, even where another takes its place meanwhile
   * @param onFault is told what is our own fault with a line
   * @param key under which each line that is stored is stored once
   */
  Batch(
      ServedModel model,
      Detail detail,
      Valuations valuations,
      Witnesses witnesses,
      ApiKey caller,
      Tally tally,
      Consumer<Throwable> onFault,
      Optional<IdempotencyKey> key) {
    this.model = model;
    this.detail = detail;
    this.valuations = valuations;
    this.witnesses = witnesses;
    this.caller = caller;
    this.tally = tally;
    this.onFault = onFault;
    this.key = key;
  }

  private record Pending(Line line, CompletableFuture<@Nullable Result> result) {}

  /** Answers everything that {@code form} brings. */
  void run(Form form) throws IOException {
    this.form = form;
    try {
      for (Line line = form.next(); line != null; line = form.next()) {
        underWay.add(new Pending(line, value(line)));
        if (detail == Detail.PRICE || underWay.size() == UNDER_WAY) {
          answerFirst(form);
        }
      }
      settle();
      form.end();
    } finally {
      // What is stored is counted, also where the caller has gone before it was answered.
      underWay.forEach(pending -> tally.count(Objects.requireNonNull(pending.result().join())));
    }
  }

  /** Answers all that has been read, so that a caller who waits for it goes on. */
  void settle() throws IOException {
    if (form != null) {
      while (!underWay.isEmpty()) {
        answerFirst(form);
      }
      form.flush();
    }
  }

  private void answerFirst(Form form) throws IOException {
    Pending first = underWay.remove();
    Result result = Objects.requireNonNull(first.result().join());
    tally.count(result);
    form.answer(first.line(), result);
  }

  private CompletableFuture<@Nullable Result> value(Line line) {
    Optional<ProblemException> tooMuch = tally.take();
    if (tooMuch.isPresent()) {
      return CompletableFuture.completedFuture(new Result.Refused(tooMuch.get()));
    }
    try {
      NamedStone asked = line.stone().get();
      return detail == Detail.PRICE
          ? CompletableFuture.completedFuture(price(asked))
          : keep(line.number(), asked);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(refused(e));
    }
  }

  private Result price(NamedStone asked) {
    Estimate estimate = model.appraiser().estimate(asked.stone());
    witnesses.saw(asked.stone(), estimate.price(), model);
    return new Result.Priced(asked, estimate);
  }

  private CompletableFuture<@Nullable Result> keep(long number, NamedStone asked) {
    return valuations
        .value(asked, model, caller, key.map(name -> name.line(number)))
        .<Result>map(said -> new Result.Kept(said.answer(), said.replayed()))
        .onErrorResume(failure -> Mono.just(refused(failure)))
        .toFuture();
  }

  /** Not even our own fault with one line keeps the others from their answers. */
  private Result refused(Throwable failure) {
    ProblemException problem = FrameworkFailures.problem(failure);
    if (problem.type() == ProblemType.INTERNAL_ERROR) {
      onFault.accept(failure);
    }
    return new Result.Refused(problem);
  }
}
