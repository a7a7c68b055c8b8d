package io.facet.service.signin;

import static io.facet.service.store.Columns.instant;
import static io.facet.service.store.Columns.instantOrNull;
import static io.facet.service.store.Columns.text;
import static io.facet.service.store.Columns.time;

import io.facet.service.store.Store;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions in the table {@code staff_session}. */
final class SqlSessionStore implements SessionStore {

  private final Store store;

  SqlSessionStore(Store store) {
    this.store = store;
  }

  @Override
  public Mono<Void> open(Session fresh) {
    return store
        .write(
            client ->
                client
                    .sql(
                        "insert into staff_session (token_hash, key_id, opened_at, last_seen_at)"
                            + " values (:hash, :keyId, :openedAt, :seenAt)")
                    .bind("hash", fresh.tokenHash())
                    .bind("keyId", fresh.keyId())
                    .bind("openedAt", time(fresh.openedAt()))
                    .bind("seenAt", time(fresh.lastSeenAt()))
                    .fetch()
                    .rowsUpdated())
        .then();
  }

  @Override
  public Mono<Session> find(String tokenHash) {
    return store.read(
        client ->
            client
                .sql("select * from staff_session where token_hash = :hash")
                .bind("hash", tokenHash)
                .map(SqlSessionStore::session)
                .all()
                .singleOrEmpty());
  }

  @Override
  public Mono<Void> end(String tokenHash, Instant at) {
    return store
        .write(
            client ->
                client
                    .sql(
                        "update staff_session set ended_at = :at"
                            + " where token_hash = :hash and ended_at is null")
                    .bind("hash", tokenHash)
                    .bind("at", time(at))
                    .fetch()
                    .rowsUpdated())
        .then();
  }

  @Override
  public Mono<List<String>> endedSince(Instant then) {
    return store.read(
        client ->
            client
                .sql("select token_hash from staff_session where ended_at >= :then")
                .bind("then", time(then))
                .map(row -> text(row, "token_hash"))
                .all()
                .collectList());
  }

  @Override
  public Mono<Void> seen(Map<String, Instant> times) {
    return store
        .write(
            client ->
                Flux.fromIterable(times.entrySet())
                    .concatMap(seen -> seen(client, seen.getKey(), seen.getValue()))
                    .count())
        .then();
  }

  private static Mono<Long> seen(DatabaseClient client, String tokenHash, Instant at) {
    return client
        .sql(
            "update staff_session set last_seen_at = :at"
                + " where token_hash = :hash and last_seen_at < :at")
        .bind("hash", tokenHash)
        .bind("at", time(at))
        .fetch()
        .rowsUpdated();
  }

  @Override
  public Mono<Void> forget(Instant end, Instant lastSeenBefore, Instant openedBefore) {
    return store
        .write(
            client ->
                client
                    .sql(
                        "delete from staff_session where ended_at < :end"
                            + " or last_seen_at < :seen or opened_at < :opened")
                    .bind("end", time(end))
                    .bind("seen", time(lastSeenBefore))
                    .bind("opened", time(openedBefore))
                    .fetch()
                    .rowsUpdated())
        .then();
  }

  private static Session session(Readable row) {
    return new Session(
        text(row, "token_hash"),
        text(row, "key_id"),
        instant(row, "opened_at"),
        instant(row, "last_seen_at"),
        instantOrNull(row, "ended_at"));
  }
}
