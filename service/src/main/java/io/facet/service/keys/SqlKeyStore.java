package io.facet.service.keys;

import static io.facet.service.store.Columns.instant;
import static io.facet.service.store.Columns.text;
import static io.facet.service.store.Columns.time;

import io.facet.service.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keys in the tables {@code api_key}, {@code key_revision} and {@code key_event}. */
final class SqlKeyStore implements KeyStore {

  private final Store store;

  SqlKeyStore(Store store) {
    this.store = store;
  }

  @Override
  public Mono<Long> revision() {
    return store.read(SqlKeyStore::revision);
  }

  private static Mono<Long> revision(DatabaseClient client) {
    return client
        .sql("select revision from key_revision")
        .map(row -> Objects.requireNonNull(row.get("revision", Long.class)))
        .all()
        .single();
  }

  @Override
  public Mono<KeptKeys> all() {
    return store.read(SqlKeyStore::all);
  }

  // The number first: should a change come between, the keys are newer than it says, never older.
  private static Mono<KeptKeys> all(DatabaseClient client) {
    return revision(client)
        .flatMap(
            revision ->
                client
                    .sql("select * from api_key order by created_at, id")
                    .map(KeyRows::key)
                    .all()
                    .collectList()
                    .map(keys -> new KeptKeys(revision, keys)));
  }

  @Override
  public Mono<KeptKeys> change(Function<KeptKeys, Change> decision) {
    return store.write(
        client ->
            client
                // Locks the row until the transaction ends: others wait here.
                .sql("update key_revision set revision = revision + 1")
                .fetch()
                .rowsUpdated()
                .then(all(client))
                .map(decision)
                .flatMap(change -> write(client, change))
                .then(all(client)));
  }

  private static Mono<Long> write(DatabaseClient client, Change change) {
    return Flux.concat(
            Flux.fromIterable(change.keys()).concatMap(key -> keep(client, key)),
            Flux.fromIterable(change.events()).concatMap(event -> keep(client, event)))
        .count();
  }

  private static Mono<Long> keep(DatabaseClient client, ApiKey key) {
    Mono<Long> insert = KeyRows.bind(client.sql(KeyRows.INSERT), key).fetch().rowsUpdated();
    return KeyRows.bind(client.sql(KeyRows.UPDATE), key)
        .fetch()
        .rowsUpdated()
        .flatMap(rows -> rows > 0 ? Mono.just(rows) : insert);
  }

  private static Mono<Long> keep(DatabaseClient client, KeyEvent event) {
    return KeyRows.bind(client.sql(KeyRows.INSERT_EVENT), event).fetch().rowsUpdated();
  }

  @Override
  public Mono<Void> used(Map<String, Instant> times) {
    return store
        .write(
            client ->
                Flux.fromIterable(times.entrySet())
                    .concatMap(use -> used(client, use.getKey(), use.getValue()))
                    .count())
        .then();
  }

  private static Mono<Long> used(DatabaseClient client, String id, Instant at) {
    return client
        .sql(
            "update api_key set last_used_at = :at"
                + " where id = :id and (last_used_at is null or last_used_at < :at)")
        .bind("id", id)
        .bind("at", time(at))
        .fetch()
        .rowsUpdated();
  }

  @Override
  public Mono<Map<String, Instant>> lastUses() {
    return store.read(
        client ->
            client
                .sql("select id, last_used_at from api_key where last_used_at is not null")
                .map(row -> Map.entry(text(row, "id"), instant(row, "last_used_at")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Mono<List<KeyEvent>> events(Optional<String> before, int limit) {
    String sql =
        "select * from key_event"
            + before.map(id -> " where id < :before").orElse("")
            + " order by id desc limit :limit";
    return store.read(
        client -> {
          GenericExecuteSpec query = client.sql(sql).bind("limit", limit);
          return before
              .map(id -> query.bind("before", id))
              .orElse(query)
              .map(KeyRows::event)
              .all()
              .collectList();
        });
  }
}
