package io.facet.service.valuations;

import static io.facet.service.store.Columns.time;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes many valuations in few statements of many rows: a database over a network takes as long
 * for each statement as for the way there and back.
 */
final class ValuationInsert {

  private static final int COLUMNS = 9;

  /**
   * Statements come in few sizes only, so that databases know them already. By rows, largest first.
   */
  private static final NavigableMap<Integer, String> STATEMENTS =
      IntStream.of(64, 32, 16, 8, 4, 2, 1)
          .boxed()
          .collect(Collectors.toMap(rows -> rows, ValuationInsert::sql, (a, b) -> a, TreeMap::new))
          .descendingMap();

  private ValuationInsert() {}

  /** Which of {@code valuations} are new; the others' idempotency keys are taken. */
  static Mono<List<Boolean>> run(DatabaseClient client, List<StoredValuation> valuations) {
    return client
        .inConnection(
            connection ->
                // All are on their way before the first is answered.
                Flux.fromIterable(chunks(valuations))
                    .flatMap(chunk -> insert(connection, chunk))
                    .reduce(0L, Long::sum))
        .flatMap(
            rows ->
                rows == valuations.size()
                    ? Mono.just(Collections.nCopies(valuations.size(), true))
                    : whichAreThere(client, valuations));
  }

  private static List<List<StoredValuation>> chunks(List<StoredValuation> valuations) {
    List<List<StoredValuation>> chunks = new ArrayList<>();
    int from = 0;
    for (int size : STATEMENTS.keySet()) {
      for (; valuations.size() - from >= size; from += size) {
        chunks.add(valuations.subList(from, from + size));
      }
    }
    return chunks;
  }

  private static Mono<Long> insert(Connection connection, List<StoredValuation> valuations) {
    Statement statement = connection.createStatement(STATEMENTS.get(valuations.size()));
    int index = 0;
    for (StoredValuation valuation : valuations) {
      for (Object value : values(valuation)) {
        bind(statement, index++, value);
      }
    }
    return Flux.from(statement.execute()).flatMap(Result::getRowsUpdated).reduce(0L, Long::sum);
  }

  private static String sql(int rows) {
    return "insert into valuation (id, business, key_id, created_at, client_reference,"
        + " idempotency_key, model_version, request, answer) values "
        + IntStream.range(0, rows)
            .mapToObj(
                row ->
                    IntStream.rangeClosed(1, COLUMNS)
                        .mapToObj(column -> "$" + (row * COLUMNS + column))
                        .collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining(", "))
        + " on conflict do nothing";
  }

  private static @Nullable Object[] values(StoredValuation valuation) {
    return new @Nullable Object[] {
      valuation.id(),
      valuation.business(),
      valuation.keyId(),
      time(valuation.createdAt()),
      valuation.clientReference(),
      valuation.idempotencyKey(),
      valuation.modelVersion(),
      valuation.request(),
      valuation.answer()
    };
  }

  // Only texts may be missing.
  private static void bind(Statement statement, int index, @Nullable Object value) {
    if (value == null) {
      statement.bindNull(index, String.class);
    } else {
      statement.bind(index, value);
    }
  }

  private static Mono<List<Boolean>> whichAreThere(
      DatabaseClient client, List<StoredValuation> valuations) {
    Stream<String> ids = valuations.stream().map(StoredValuation::id);
    return client
        .sql("select id from valuation where id in (:ids)")
        .bind("ids", ids.toList())
        .mapValue(String.class)
        .all()
        .collect(Collectors.toSet())
        .map(there -> isThere(valuations, there));
  }

  private static List<Boolean> isThere(List<StoredValuation> valuations, Set<String> there) {
    return valuations.stream().map(valuation -> there.contains(valuation.id())).toList();
  }
}
