package io.facet.registry.blob;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * How long to wait for Azure, and how often to ask again.
 *
 * @param connect for a connection
 * @param answer for each block to go up, each answer to begin, and each pause within it
 * @param pause between the first two tries; longer after each
 */
record Patience(Duration connect, Duration answer, Duration pause) {

  static final Patience USUAL =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMillis(500));

  private static final int TRIES = 3;
  private static final Duration SHORTEST_TRY = Duration.ofSeconds(1);

  HttpClient http() {
    // Azure's own threads end first when a process does, and leases are still to be given back
    // then.
    return new JdkHttpClientBuilder()
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .connectionTimeout(connect)
        .writeTimeout(answer)
        .responseTimeout(answer)
        .readTimeout(answer)
        .build();
  }

  RequestRetryOptions retries() {
    return new RequestRetryOptions(
        RetryPolicyType.EXPONENTIAL,
        TRIES,
        answer.compareTo(SHORTEST_TRY) < 0 ? SHORTEST_TRY : answer,
        pause,
        pause.multipliedBy(1 << TRIES),
        null);
  }
}
