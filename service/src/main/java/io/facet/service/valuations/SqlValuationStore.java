package io.facet.service.valuations;

import static io.facet.service.store.Columns.instant;
import static io.facet.service.store.Columns.text;

import io.facet.service.store.GroupCommit;
import io.facet.service.store.OwnedTable;
import io.facet.service.store.Store;
import io.facet.service.store.TimedIds;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Valuations in the table {@code valuation}. */
final class SqlValuationStore implements ValuationStore {

  private static final String COLUMNS =
      "id, business, key_id, created_at, client_reference, idempotency_key, model_version,"
          + " request, answer";

  private final Store store;
  private final OwnedTable<StoredValuation> table;
  private final GroupCommit<StoredValuation> journal;

  SqlValuationStore(Store store) {
    this.store = store;
    this.table = new OwnedTable<>(store, "valuation", COLUMNS, SqlValuationStore::valuation);
    this.journal = store.groupCommit(ValuationInsert::run);
  }

  @Override
  public Mono<StoredValuation> keep(StoredValuation valuation) {
    String key = valuation.idempotencyKey();
    Mono<Boolean> isNew = journal.add(valuation);
    return key == null
        ? isNew.thenReturn(valuation)
        : isNew.flatMap(
            kept -> kept ? Mono.just(valuation) : findByIdempotencyKey(valuation.business(), key));
  }

  @Override
  public Mono<StoredValuation> find(String business, String id) {
    return table.find(business, id);
  }

  @Override
  public Mono<StoredValuation> findByIdempotencyKey(String business, String key) {
    return table.findByIdempotencyKey(business, key);
  }

  @Override
  public Mono<List<StoredValuation>> newest(Wanted wanted, int limit) {
    String sql =
        table.select()
            + wanted.before().map(id -> " and id < :before").orElse("")
            + wanted.clientReference().map(r -> " and client_reference = :reference").orElse("")
            + " order by id desc limit :limit";
    return store.read(
        client -> {
          DatabaseClient.GenericExecuteSpec query =
              client.sql(sql).bind("business", wanted.business()).bind("limit", limit);
          query = bind(query, "before", wanted.before());
          query = bind(query, "reference", wanted.clientReference());
          return query.map(SqlValuationStore::valuation).all().collectList();
        });
  }

  @Override
  public Mono<Boolean> erase(String business, String id) {
    return table.erase(business, id);
  }

  // By id, which begins with the time: so the primary key finds them.
  @Override
  public Mono<Long> eraseBefore(Instant time, int most) {
    return store.write(
        client ->
            client
                .sql(
                    "delete from valuation where id in"
                        + " (select id from valuation where id < :first order by id limit :most)")
                .bind("first", TimedIds.first(Valuer.PREFIX, time))
                .bind("most", most)
                .fetch()
                .rowsUpdated());
  }

  private static DatabaseClient.GenericExecuteSpec bind(
      DatabaseClient.GenericExecuteSpec query, String name, Optional<String> value) {
    return value.map(v -> query.bind(name, v)).orElse(query);
  }

  private static StoredValuation valuation(Readable row) {
    return new StoredValuation(
        text(row, "id"),
        text(row, "business"),
        text(row, "key_id"),
        instant(row, "created_at"),
        row.get("client_reference", String.class),
        row.get("idempotency_key", String.class),
        text(row, "model_version"),
        text(row, "request"),
        text(row, "answer"));
  }
}
