package io.facet.service.pricelist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.folder.UnusableFolderException;
import io.facet.registry.models.ModelVersion;
import io.facet.service.models.ModelSource;
import io.facet.service.problems.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The price lists of versions that no longer answer. Each is in the registry with its whole model,
 * so it is fetched once, one at a time, and kept.
 */
final class EarlierLists implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EarlierLists.class);
  private static final int KEPT = 8;
  private static final int WAITING = 50;

  // Long enough for a download, short enough for whoever waits.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ModelSource source;
  private final Scheduler fetching =
      Schedulers.newBoundedElastic(1, WAITING, "earlier-price-lists", 60, true);
  private final Cache<Key, List<PriceListAnswer.Entry>> lists =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  EarlierLists(ModelSource source) {
    this.source = source;
  }

  /** A registry made anew counts its versions from 1 again. */
  private record Key(String version, String run) {

    static Key of(ModelVersion version) {
      return new Key(version.version(), version.runId());
    }
  }

  /**
   * The prices of {@code version}; empty where it brings none that can be read, the problem {@code
   * registry-away} where they can't be fetched.
   */
  Mono<List<PriceListAnswer.Entry>> of(ModelVersion version) {
    return Mono.justOrEmpty(kept(version))
        .switchIfEmpty(
            Mono.defer(() -> Mono.justOrEmpty(kept(version).or(() -> fetch(version))))
                .subscribeOn(fetching)
                .timeout(PATIENCE)
                .onErrorMap(EarlierLists::isAway, failure -> away(version, failure)));
  }

  private Optional<List<PriceListAnswer.Entry>> kept(ModelVersion version) {
    return Optional.ofNullable(lists.getIfPresent(Key.of(version)));
  }

  private Optional<List<PriceListAnswer.Entry>> fetch(ModelVersion version) {
    try {
      Optional<List<PriceListAnswer.Entry>> list =
          source.priceList(version).map(files -> PriceListTable.read(files.csv()));
      list.ifPresent(prices -> lists.put(Key.of(version), prices));
      return list;
    } catch (RegistryRefusedException | UnusableFolderException e) {
      log.warn("The price list of version {} can't be read: {}", version.version(), e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isAway(Throwable failure) {
    return failure instanceof RegistryUnavailableException
        || failure instanceof TimeoutException
        || failure instanceof RejectedExecutionException;
  }

  private static ProblemException away(ModelVersion version, Throwable failure) {
    log.warn("Version {} can't be fetched: {}", version.version(), failure.getMessage());
    return ProblemException.registryAway();
  }

  @Override
  public void close() {
    fetching.dispose();
  }
}
