package io.facet.service.store;

import io.r2dbc.spi.Readable;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/**
 * A table whose rows belong to one business each, with an id and perhaps an idempotency key. Nobody
 * gets at the rows of another business.
 *
 * @param <T> what a row says
 */
public final class OwnedTable<T> {

  private final Store store;
  private final String name;
  private final String columns;
  private final Function<Readable, T> row;

  /**
   * @param columns those that {@code row} reads, separated by commas
   */
  public OwnedTable(Store store, String name, String columns, Function<Readable, T> row) {
    this.store = store;
    this.name = name;
    this.columns = columns;
    this.row = row;
  }

  /** Selects the rows of {@code :business}, to be narrowed by {@code and …}. */
  public String select() {
    return "select " + columns + " from " + name + " where business = :business";
  }

  /** The row of {@code business} with that id. */
  public Mono<T> find(String business, String id) {
    return one(business, "id", id);
  }

  /** The row that {@code business} made under that key. */
  public Mono<T> findByIdempotencyKey(String business, String key) {
    return one(business, "idempotency_key", key);
  }

  /** Whether there was a row of {@code business} with that id; there is none any more. */
  public Mono<Boolean> erase(String business, String id) {
    return store.write(
        client ->
            client
                .sql("delete from " + name + " where business = :business and id = :id")
                .bind("business", business)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0));
  }

  private Mono<T> one(String business, String column, String value) {
    return store.read(
        client -> {
          GenericExecuteSpec query =
              client
                  .sql(select() + " and " + column + " = :value")
                  .bind("business", business)
                  .bind("value", value);
          return query.map(row).all().singleOrEmpty();
        });
  }
}
