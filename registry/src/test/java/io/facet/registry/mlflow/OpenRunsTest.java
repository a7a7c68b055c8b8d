package io.facet.registry.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.memory.InMemoryArtifactStore;
import io.facet.registry.memory.InMemoryRunTracker;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenRunsTest {

  private final InMemoryRunTracker tracker = new InMemoryRunTracker(new InMemoryArtifactStore());
  private final OpenRuns runs = new OpenRuns();

  @Test
  void the_run_whose_start_is_under_way_is_ended_too() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    Thread work =
        Thread.startVirtualThread(
            () ->
                runs.begin(
                    () -> {
                      asked.countDown();
                      awaitQuietly(answered);
                      return run("late");
                    }));
    asked.await();
    Thread kill = Thread.startVirtualThread(runs::kill);

    assertThat(kill.join(Duration.ofMillis(50))).as("over before the answer came").isFalse();
    answered.countDown();
    work.join();
    kill.join();

    assertThat(statuses()).containsExactly("KILLED");
  }

  @Test
  void nothing_begins_or_ends_after_them() throws InterruptedException {
    Run whole = runs.begin(() -> run("whole"));
    Thread kill = Thread.startVirtualThread(runs::kill);
    kill.join();

    Thread another = Thread.startVirtualThread(() -> runs.begin(() -> run("another")));
    Thread end =
        Thread.startVirtualThread(() -> runs.end(whole, () -> whole.end(Run.Outcome.FINISHED)));

    assertThat(another.join(Duration.ofMillis(50))).as("another began").isFalse();
    assertThat(end.join(Duration.ofMillis(50))).as("the killed one ended once more").isFalse();
    assertThat(statuses()).containsExactly("KILLED");
  }

  private Run run(String name) {
    return tracker.start(name, Map.of(), Optional.empty());
  }

  private List<String> statuses() {
    return tracker.latest(10).stream().map(RunRecord::status).toList();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
