package io.facet.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What the store does, whichever database it is. */
abstract class StoreContract {

  private Store store;

  /** A store over the same database each time within a test, not opened yet. */
  abstract Store store();

  @BeforeEach
  void open() {
    store = store();
    store.look();
    store.write(client -> execute(client, "create table note (text varchar not null)")).block();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void it_has_the_tables_of_the_newest_version() {
    assertThat(store.trouble()).isEmpty();
    assertThat(count("valuation")).isZero();
  }

  @Test
  void what_was_written_is_there_when_it_is_opened_again() {
    store.write(client -> execute(client, "insert into note values ('kept')")).block();
    store.close();
    store = store();
    store.look();

    assertThat(count("note")).isOne();
  }

  @Test
  void of_a_transaction_that_fails_nothing_is_left() {
    StepVerifier.create(
            store.write(
                client ->
                    execute(client, "insert into note values ('half')")
                        .then(execute(client, "insert into note values (null)"))))
        .verifyError();

    assertThat(count("note")).isZero();
  }

  @Test
  void of_a_transaction_that_succeeds_everything_is_left() {
    store
        .write(
            client ->
                execute(client, "insert into note values ('one')")
                    .then(execute(client, "insert into note values ('two')")))
        .block();

    assertThat(count("note")).isEqualTo(2);
  }

  @Test
  void a_text_is_passed_as_a_text() {
    Object back =
        store
            .read(
                client ->
                    client
                        .sql("select cast(:text as varchar) as same, :text as back")
                        .bind("text", "x".repeat(5000))
                        .fetch()
                        .all()
                        .single())
            .blockOptional()
            .orElseThrow()
            .get("back");

    assertThat(back).isEqualTo("x".repeat(5000));
  }

  @Test
  void a_fault_of_our_own_does_not_count_as_an_outage() {
    StepVerifier.create(store.write(client -> execute(client, "select nothing from nowhere")))
        .verifyError();

    assertThat(store.trouble()).isEmpty();
  }

  private long count(String table) {
    return store
        .read(
            client ->
                client.sql("select count(*) from " + table).mapValue(Long.class).all().single())
        .blockOptional()
        .orElseThrow();
  }

  private static Mono<Long> execute(DatabaseClient client, String sql) {
    return client.sql(sql).fetch().rowsUpdated();
  }
}
