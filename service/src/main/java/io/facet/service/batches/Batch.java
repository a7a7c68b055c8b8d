package io.facet.service.batches;

import io.facet.service.keys.ApiKey;
import io.facet.service.models.ServedModel;
import io.facet.service.problems.FrameworkFailures;
import io.facet.service.problems.ProblemException;
import io.facet.service.stones.NamedStone;
import io.facet.service.valuations.Valuations;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
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
  private final ApiKey caller;
  private final Tally tally;
  private final Queue<Pending> underWay = new ArrayDeque<>();
  private @Nullable Form form;

  /**
   * @param model all lines are valued by this one, even where another takes its place meanwhile
   */
  Batch(ServedModel model, Detail detail, Valuations valuations, ApiKey caller, Tally tally) {
    this.model = model;
    this.detail = detail;
    this.valuations = valuations;
    this.caller = caller;
    this.tally = tally;
  }

  private record Pending(Line line, CompletableFuture<@Nullable Result> result) {}

  /** Answers everything that {@code form} brings. */
  void run(Form form) throws IOException {
    this.form = form;
    for (Line line = form.next(); line != null; line = form.next()) {
      underWay.add(new Pending(line, value(line)));
      if (detail == Detail.PRICE || underWay.size() == UNDER_WAY) {
        answerFirst(form);
      }
    }
    settle();
    form.end();
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
          ? CompletableFuture.completedFuture(
              new Result.Priced(asked, model.appraiser().estimate(asked.stone())))
          : keep(asked);
    } catch (ProblemException e) {
      return CompletableFuture.completedFuture(new Result.Refused(e));
    }
  }

  private CompletableFuture<@Nullable Result> keep(NamedStone asked) {
    return valuations
        .value(asked, model, caller, Optional.empty())
        .<Result>map(Result.Kept::new)
        .onErrorResume(failure -> Mono.just(new Result.Refused(FrameworkFailures.problem(failure))))
        .toFuture();
  }
}
