package io.facet.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class GroupCommitTest {

  private final List<List<String>> written = new ArrayList<>();
  private final List<Sinks.One<List<Boolean>>> commits = new ArrayList<>();
  private final Timer took = new SimpleMeterRegistry().timer("commit");
  private final GroupCommit<String> journal = new GroupCommit<>(this::transaction, took);

  private Mono<List<Boolean>> transaction(List<String> items) {
    written.add(items);
    Sinks.One<List<Boolean>> commit = Sinks.one();
    commits.add(commit);
    return commit.asMono();
  }

  private void commit(int transaction) {
    int items = written.get(transaction).size();
    commits.get(transaction).tryEmitValue(Collections.nCopies(items, true));
  }

  @Test
  void a_lone_item_waits_for_nobody() {
    StepVerifier.create(journal.add("a")).then(() -> commit(0)).expectNext(true).verifyComplete();
  }

  @Test
  void what_comes_during_a_transaction_goes_together_into_the_next() {
    Mono<Boolean> a = journal.add("a").cache();
    a.subscribe();
    List<Mono<Boolean>> others = new ArrayList<>();
    for (String item : List.of("b", "c", "d")) {
      Mono<Boolean> other = journal.add(item).cache();
      other.subscribe();
      others.add(other);
    }
    assertThat(written).containsExactly(List.of("a"));

    commit(0);

    StepVerifier.create(a).expectNext(true).verifyComplete();
    assertThat(written).containsExactly(List.of("a"), List.of("b", "c", "d"));
    StepVerifier.create(Mono.firstWithValue(others))
        .then(() -> commit(1))
        .expectNext(true)
        .verifyComplete();
  }

  @Test
  void nothing_is_acknowledged_before_its_commit() {
    Mono<Boolean> a = journal.add("a").cache();
    a.subscribe();

    StepVerifier.create(a).then(() -> assertThat(written).hasSize(1)).thenCancel().verify();
    commit(0);
    StepVerifier.create(a).expectNext(true).verifyComplete();
  }

  @Test
  void each_transaction_is_timed_however_many_it_writes() {
    journal.add("a").subscribe();
    journal.add("b").subscribe();
    journal.add("c").subscribe();
    commit(0);
    commit(1);

    assertThat(took.count()).isEqualTo(2);
  }

  @Test
  void one_that_can_not_be_written_does_not_take_the_others_with_it() {
    GroupCommit<String> picky =
        new GroupCommit<>(
            items ->
                items.contains("bad")
                    ? Mono.error(new IllegalArgumentException("bad"))
                    : transaction(items),
            took);
    picky.add("first").subscribe();
    Mono<Boolean> good = picky.add("good").cache();
    Mono<Boolean> bad = picky.add("bad").cache();
    good.subscribe();
    bad.subscribe(done -> {}, failure -> {});
    commit(0);
    commit(1);

    StepVerifier.create(good).expectNext(true).verifyComplete();
    StepVerifier.create(bad).verifyErrorMessage("bad");
  }
}
