package io.facet.service.models;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The one model that is served now, if any. */
public final class CurrentModel {

  private static final String RETRY_AFTER_SECONDS = "5";

  private final Consumer<ServedModel> onServe;
  private volatile @Nullable ServedModel served;
  private volatile @Nullable String trouble;

  /**
   * @param onServe is told each model that begins to be served
   */
  public CurrentModel(Consumer<ServedModel> onServe) {
    this.onServe = onServe;
  }

  /** The model to answer a request with; the problem {@code no-model} where there is none yet. */
  public ServedModel orUnavailable() {
    ServedModel now = served;
    if (now == null) {
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      throw new ProblemException(
          ProblemType.NO_MODEL, "Try again soon: the service looks for one all the time.", headers);
    }
    return now;
  }

  public Optional<ServedModel> served() {
    return Optional.ofNullable(served);
  }

  /** From the next request on, {@code model} answers. */
  public void serve(ServedModel model) {
    served = model;
    onServe.accept(model);
  }

  /** What keeps the service from following the registry, for callers' eyes; empty when nothing. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  public void trouble(String what) {
    trouble = what;
  }

  public void noTrouble() {
    trouble = null;
  }
}
