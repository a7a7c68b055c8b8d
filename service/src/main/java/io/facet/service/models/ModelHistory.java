package io.facet.service.models;

import io.facet.registry.models.ModelVersion;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The versions that the registry knows; while it is away, those that it knew last. */
final class ModelHistory {

  private static final Logger log = LoggerFactory.getLogger(ModelHistory.class);

  /** So that callers, however many, cost the registry little. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Mono<Known> known;
  private volatile List<ModelVersion> last = List.of();

  ModelHistory(ModelSource source) {
    this.known =
        Mono.fromCallable(source::versions)
            .subscribeOn(Schedulers.boundedElastic())
            .timeout(PATIENCE)
            .map(this::remember)
            .onErrorResume(failure -> Mono.just(forNow(failure)))
            .cache(REMEMBERED);
  }

  /**
   * What is known.
   *
   * @param upToDate whether the registry has just said so
   */
  record Known(List<ModelVersion> versions, boolean upToDate) {}

  Mono<Known> known() {
    return known;
  }

  private Known remember(List<ModelVersion> versions) {
    last = versions;
    return new Known(versions, true);
  }

  private Known forNow(Throwable failure) {
    log.debug("The registry doesn't tell its versions", failure);
    return new Known(last, false);
  }
}
