package io.facet.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers from where bad keys come: twenty at once, then one each three seconds. Knows ten
 * thousand addresses at most, and forgets each after a while without bad keys.
 */
final class BadKeys {

  private static final Logger log = LoggerFactory.getLogger(BadKeys.class);

  private static final int AT_ONCE = 20;
  private static final Duration REFILL = Duration.ofMinutes(1);
  private static final int MOST_ADDRESSES = 10_000;

  private final Cache<String, Bucket> addresses =
      Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).expireAfterAccess(REFILL).build();

  /** How long no key is looked at from there; 0 where they are. */
  long secondsToWait(@Nullable InetSocketAddress caller) {
    if (addresses.estimatedSize() == 0) {
      return 0;
    }
    Bucket left = addresses.getIfPresent(network(caller));
    if (left == null) {
      return 0;
    }
    EstimationProbe probe = left.estimateAbilityToConsume(1);
    return probe.canBeConsumed()
        ? 0
        : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
  }

  /** A bad key came from there. */
  void add(@Nullable InetSocketAddress caller) {
    Bucket left = addresses.get(network(caller), network -> full());
    if (left.tryConsume(1) && left.getAvailableTokens() == 0) {
      log.warn("Many keys that aren't valid came from {}: it is slowed down", words(caller));
    }
  }

  /** How many are remembered. */
  long addresses() {
    addresses.cleanUp();
    return addresses.estimatedSize();
  }

  private static Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(AT_ONCE, REFILL))
        .build();
  }

  private static String words(@Nullable InetSocketAddress caller) {
    InetAddress address = caller == null ? null : caller.getAddress();
    return address == null ? "somewhere" : address.getHostAddress();
  }

  /** One machine of IPv6 has as many addresses as it likes, all beginning with the same 64 bits. */
  private static String network(@Nullable InetSocketAddress caller) {
    InetAddress address = caller == null ? null : caller.getAddress();
    if (address == null) {
      return "";
    }
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
  }
}
