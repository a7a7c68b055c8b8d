package io.facet.service.metering;

import static io.facet.service.store.Columns.text;
import static io.facet.service.store.Columns.time;

import io.facet.service.keys.Plan;
import io.facet.service.limits.DailyUse.Account;
import io.facet.service.metering.Use.Slot;
import io.facet.service.store.Store;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Use in the table {@code usage_of_day}. */
final class SqlUsageStore implements UsageStore {

  private static final String INSERT =
      "insert into usage_of_day (on_day, key_id, business, plan, operation, outcome, requests,"
          + " units) values (:day, :keyId, :business, :plan, :operation, :outcome, :requests,"
          + " :units) on conflict do nothing";

  private static final String ADD =
      "update usage_of_day set requests = requests + :requests, units = units + :units"
          + " where on_day = :day and key_id = :keyId and operation = :operation"
          + " and outcome = :outcome";

  private static final String AFTER =
      " and (on_day < :lastDay or (on_day = :lastDay and (business, key_id, operation, outcome)"
          + " > (:lastBusiness, :lastKey, :lastOperation, :lastOutcome)))";

  private final Store store;

  SqlUsageStore(Store store) {
    this.store = store;
  }

  @Override
  public Mono<Void> add(String process, long report, List<Use> uses) {
    return store
        .write(
            client ->
                isNew(client, process, report)
                    .flatMapMany(fresh -> fresh ? Flux.fromIterable(inOrder(uses)) : Flux.empty())
                    .concatMap(use -> add(client, use))
                    .count())
        .then();
  }

  private static List<Use> inOrder(List<Use> uses) {
    return uses.stream()
        .sorted((one, other) -> Slot.ORDER.compare(one.slot(), other.slot()))
        .toList();
  }

  private static Mono<Boolean> isNew(DatabaseClient client, String process, long report) {
    return report(
            client,
            process,
            report,
            "insert into usage_report (process_id, report, reported_at)"
                + " values (:process, :report, :at) on conflict do nothing")
        .flatMap(
            rows ->
                rows > 0
                    ? Mono.just(rows)
                    : report(
                        client,
                        process,
                        report,
                        "update usage_report set report = :report, reported_at = :at"
                            + " where process_id = :process and report < :report"))
        .map(rows -> rows > 0);
  }

  private static Mono<Long> report(DatabaseClient client, String process, long report, String sql) {
    return client
        .sql(sql)
        .bind("process", process)
        .bind("report", report)
        .bind("at", time(Instant.now()))
        .fetch()
        .rowsUpdated();
  }

  private static Mono<Long> add(DatabaseClient client, Use use) {
    Mono<Long> insert =
        bind(client.sql(INSERT), use)
            .bind("business", use.slot().business())
            .bind("plan", use.slot().plan().label())
            .fetch()
            .rowsUpdated();
    return insert.flatMap(
        rows -> rows > 0 ? Mono.just(rows) : bind(client.sql(ADD), use).fetch().rowsUpdated());
  }

  private static GenericExecuteSpec bind(GenericExecuteSpec statement, Use use) {
    return statement
        .bind("day", use.slot().day())
        .bind("keyId", use.slot().keyId())
        .bind("operation", use.slot().operation())
        .bind("outcome", use.slot().outcome().label())
        .bind("requests", use.requests())
        .bind("units", use.units());
  }

  @Override
  public Mono<Map<Account, Long>> unitsOf(LocalDate day) {
    return store.read(
        client ->
            client
                .sql(
                    "select business, plan, cast(sum(units) as bigint) as units from usage_of_day"
                        + " where on_day = :day group by business, plan")
                .bind("day", day)
                .map(row -> Map.entry(new Account(text(row, "business"), plan(row)), units(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Mono<List<Use>> find(Wanted wanted, Optional<Slot> last, int limit) {
    String sql =
        "select * from usage_of_day where on_day between :from and :to"
            + wanted.business().map(it -> " and business = :business").orElse("")
            + last.map(it -> AFTER).orElse("")
            + " order by on_day desc, business, key_id, operation, outcome limit :limit";
    return store.read(
        client -> {
          GenericExecuteSpec query =
              client
                  .sql(sql)
                  .bind("from", wanted.from())
                  .bind("to", wanted.to())
                  .bind("limit", limit);
          GenericExecuteSpec ofBusiness =
              wanted.business().map(business -> query.bind("business", business)).orElse(query);
          return last.map(slot -> bind(ofBusiness, slot))
              .orElse(ofBusiness)
              .map(SqlUsageStore::use)
              .all()
              .collectList();
        });
  }

  private static GenericExecuteSpec bind(GenericExecuteSpec query, Slot last) {
    return query
        .bind("lastDay", last.day())
        .bind("lastBusiness", last.business())
        .bind("lastKey", last.keyId())
        .bind("lastOperation", last.operation())
        .bind("lastOutcome", last.outcome().label());
  }

  private static Use use(Readable row) {
    return new Use(
        new Slot(
            Objects.requireNonNull(row.get("on_day", LocalDate.class)),
            text(row, "key_id"),
            text(row, "business"),
            plan(row),
            text(row, "operation"),
            Outcome.of(text(row, "outcome"))),
        Objects.requireNonNull(row.get("requests", Long.class)),
        units(row));
  }

  private static Plan plan(Readable row) {
    return Plan.of(text(row, "plan")).orElse(Plan.SANDBOX);
  }

  private static long units(Readable row) {
    return Objects.requireNonNull(row.get("units", Long.class));
  }
}
