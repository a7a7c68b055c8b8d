package io.facet.service.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request that can't be answered as asked; carries all that the answer will say. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<Problem.Fault> faults;
  private final transient HttpHeaders headers;

  private ProblemException(
      ProblemType type, @Nullable String detail, List<Problem.Fault> faults, HttpHeaders headers) {
    // Callers cause these at will, and the answer shows no stack: none is recorded.
    super(detail, null, false, false);
    this.type = type;
    this.faults = List.copyOf(faults);
    this.headers = headers;
  }

  public ProblemException(ProblemType type, @Nullable String detail) {
    this(type, detail, List.of(), HttpHeaders.EMPTY);
  }

  public ProblemException(ProblemType type, List<Problem.Fault> faults) {
    this(type, null, faults, HttpHeaders.EMPTY);
  }

  public ProblemException(ProblemType type, @Nullable String detail, HttpHeaders headers) {
    this(type, detail, List.of(), headers);
  }

  /** What is asked for is in the registry of models, and that is away. */
  public static ProblemException registryAway() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "30");
    return new ProblemException(
        ProblemType.REGISTRY_AWAY, "Try again soon: prices don't depend on it.", headers);
  }

  public ProblemType type() {
    return type;
  }

  public List<Problem.Fault> faults() {
    return faults;
  }

  HttpHeaders headers() {
    return headers;
  }
}
