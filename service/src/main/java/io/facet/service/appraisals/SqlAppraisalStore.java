package io.facet.service.appraisals;

import static io.facet.service.store.Columns.instant;
import static io.facet.service.store.Columns.time;

import io.facet.service.store.Columns;
import io.facet.service.store.OwnedTable;
import io.facet.service.store.Store;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Appraisals in the table {@code appraisal}. */
final class SqlAppraisalStore implements AppraisalStore {

  private static final String COLUMNS =
      "id, business, key_id, created_at, idempotency_key, request, used_by";

  private final Store store;
  private final OwnedTable<StoredAppraisal> table;

  SqlAppraisalStore(Store store) {
    this.store = store;
    this.table = new OwnedTable<>(store, "appraisal", COLUMNS, SqlAppraisalStore::appraisal);
  }

  @Override
  public Mono<StoredAppraisal> keep(StoredAppraisal fresh) {
    String key = fresh.idempotencyKey();
    return store
        .write(client -> insert(client, fresh))
        .flatMap(
            rows ->
                rows > 0 || key == null
                    ? Mono.just(fresh)
                    : findByIdempotencyKey(fresh.business(), key));
  }

  private static Mono<Long> insert(DatabaseClient client, StoredAppraisal fresh) {
    return client
        .sql(
            "insert into appraisal (id, business, key_id, created_at, idempotency_key, request)"
                + " values (:id, :business, :keyId, :createdAt, :key, :request)"
                + " on conflict do nothing")
        .bind("id", fresh.id())
        .bind("business", fresh.business())
        .bind("keyId", fresh.keyId())
        .bind("createdAt", time(fresh.createdAt()))
        .bind("key", text(fresh.idempotencyKey()))
        .bind("request", fresh.request())
        .fetch()
        .rowsUpdated();
  }

  private static Object text(@Nullable String value) {
    return value == null ? Parameters.in(R2dbcType.VARCHAR) : value;
  }

  @Override
  public Mono<StoredAppraisal> find(String business, String id) {
    return table.find(business, id);
  }

  @Override
  public Mono<StoredAppraisal> findByIdempotencyKey(String business, String key) {
    return table.findByIdempotencyKey(business, key);
  }

  @Override
  public Mono<List<StoredAppraisal>> oldest(Wanted wanted, int limit) {
    String sql =
        table.select()
            + wanted.after().map(id -> " and id > :after").orElse("")
            + wanted
                .used()
                .map(used -> " and used_by is " + (used ? "not null" : "null"))
                .orElse("")
            + " order by id limit :limit";
    return store.read(
        client -> {
          GenericExecuteSpec query =
              client.sql(sql).bind("business", wanted.business()).bind("limit", limit);
          return wanted
              .after()
              .map(id -> query.bind("after", id))
              .orElse(query)
              .map(SqlAppraisalStore::appraisal)
              .all()
              .collectList();
        });
  }

  @Override
  public Mono<Map<String, String>> use(String business, Collection<String> ids, String version) {
    return store.write(
        client ->
            client
                .sql(
                    "update appraisal set used_by = :version"
                        + " where business = :business and id in (:ids) and used_by is null")
                .bind("version", version)
                .bind("business", business)
                .bind("ids", ids)
                .fetch()
                .rowsUpdated()
                .then(users(client, business, ids)));
  }

  private Mono<Map<String, String>> users(
      DatabaseClient client, String business, Collection<String> ids) {
    return client
        .sql(table.select() + " and id in (:ids)")
        .bind("business", business)
        .bind("ids", ids)
        .map(SqlAppraisalStore::appraisal)
        .all()
        .collectMap(StoredAppraisal::id, used -> Objects.requireNonNull(used.usedBy()));
  }

  @Override
  public Mono<Boolean> erase(String business, String id) {
    return table.erase(business, id);
  }

  private static StoredAppraisal appraisal(Readable row) {
    return new StoredAppraisal(
        Columns.text(row, "id"),
        Columns.text(row, "business"),
        Columns.text(row, "key_id"),
        instant(row, "created_at"),
        row.get("idempotency_key", String.class),
        Columns.text(row, "request"),
        row.get("used_by", String.class));
  }
}
