package io.facet.service.models;

import io.facet.registry.models.ModelVersion;
import io.facet.registry.models.Promotion;
import io.facet.registry.models.PromotionLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The versions that the registry knows; while it is away, those that it knew last. */
public final class ModelHistory {

  private static final Logger log = LoggerFactory.getLogger(ModelHistory.class);

  /** So that callers, however many, cost the registry little. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Mono<Known> known;
  private volatile Known last = new Known(List.of(), List.of(), true);

  ModelHistory(ModelSource source) {
    this.known =
        Mono.fromCallable(
                () -> new Known(source.versions(), source.promotions().promotions(), true))
            .subscribeOn(Schedulers.boundedElastic())
            .timeout(PATIENCE)
            .doOnNext(now -> last = now)
            .onErrorResume(failure -> Mono.just(forNow(failure)))
            .cache(REMEMBERED);
  }

  /**
   * What is known.
   *
   * @param versions the newest first
   * @param promotions the oldest first
   * @param upToDate whether the registry has just said so
   */
  public record Known(List<ModelVersion> versions, List<Promotion> promotions, boolean upToDate) {

    public Known {
      versions = List.copyOf(versions);
      promotions = List.copyOf(promotions);
    }

    public Optional<ModelVersion> version(String version) {
      return versions.stream().filter(one -> one.version().equals(version)).findFirst();
    }

    /** The version that was champion before {@code version} rose last. */
    public Optional<String> before(String version) {
      List<String> risen = promotions.stream().map(Promotion::version).toList();
      return new PromotionLog(promotions.subList(0, risen.lastIndexOf(version) + 1)).before();
    }

    /** What to say where the registry hasn't just said so. */
    @Nullable String trouble() {
      return upToDate ? null : "The registry is away: this is what is known here.";
    }
  }

  public Mono<Known> known() {
    return known;
  }

  private Known forNow(Throwable failure) {
    log.debug("The registry doesn't tell its versions", failure);
    return new Known(last.versions(), last.promotions(), false);
  }
}
