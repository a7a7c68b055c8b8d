package io.facet.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PostgresStoreTest extends StoreContract {

  private final Wire wire = new Wire(TestPostgres.port());
  private final StoreSettings.Place.Postgres place = TestPostgres.place(wire.port());

  @Override
  Store store() {
    return store(Duration.ofSeconds(20));
  }

  private Store store(Duration patience) {
    return new Store(new PostgresDatabase(place), patience, new SimpleMeterRegistry());
  }

  @AfterEach
  void closeWire() throws Exception {
    wire.close();
  }

  @Test
  void a_server_that_is_gone_is_an_outage_until_it_is_back() {
    Store store = store();
    store.look();
    wire.cut();
    isAway(ask(store));
    store.look();
    assertThat(store.trouble()).isPresent();

    wire.mend();
    store.look();
    assertThat(store.trouble()).isEmpty();
    StepVerifier.create(ask(store)).expectNextCount(1).verifyComplete();
    store.close();
  }

  @Test
  void a_server_that_hangs_is_an_outage_and_nobody_waits_long_or_twice() {
    Store store = store(Duration.ofMillis(700));
    store.look();
    wire.freeze();
    isAway(ask(store));
    store.look();
    assertThat(store.trouble()).contains("The database doesn't answer in time.");
    isAway(ask(store));

    wire.mend();
    store.look();
    StepVerifier.create(ask(store)).expectNextCount(1).verifyComplete();
    store.close();
  }

  @Test
  void one_slow_answer_is_no_outage() {
    Store store = store(Duration.ofMillis(700));
    store.look();
    isAway(store.read(client -> client.sql("select pg_sleep(3)").fetch().all().hasElements()));
    store.look();

    assertThat(store.trouble()).isEmpty();
    store.close();
  }

  @Test
  void a_server_that_is_not_there_at_the_start_is_found_later() {
    wire.cut();
    Store store = store();
    store.look();
    isAway(ask(store));

    wire.mend();
    store.look();
    StepVerifier.create(ask(store)).expectNextCount(1).verifyComplete();
    store.close();
  }

  @Test
  void what_is_asked_before_the_first_look_waits_for_it() {
    Store store = store();
    Thread.ofVirtual().start(store::look);

    StepVerifier.create(ask(store)).expectNextCount(1).verifyComplete();
    store.close();
  }

  @Test
  void nobody_waits_long_for_the_first_look() {
    isAway(ask(store(Duration.ofMillis(200))));
  }

  private static Mono<Boolean> ask(Store store) {
    return store.read(client -> client.sql("select 1").fetch().all().hasElements());
  }

  private static void isAway(Mono<Boolean> answer) {
    StepVerifier.create(answer)
        .expectErrorMatches(
            e -> e instanceof ProblemException p && p.type() == ProblemType.STORE_AWAY)
        .verify(Duration.ofSeconds(10));
  }
}
