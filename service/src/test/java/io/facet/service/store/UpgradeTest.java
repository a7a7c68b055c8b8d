package io.facet.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** A store that an early service has filled serves a new one, with all that it holds. */
class UpgradeTest {

  /** The tables of the first service that stored anything: valuations and appraisals. */
  private static final String FIRST = "2";

  private static final String VALUATION =
      """
      insert into valuation (id, business, key_id, created_at, client_reference, idempotency_key,
        model_version, request, answer)
      values ('val_1', 'Rossi', 'k1', timestamp with time zone '2026-09-01 08:00:00+00', 'Größe',
        'once', '1', '{}', '{"price":3433.91}')""";

  private static final String APPRAISAL =
      """
      insert into appraisal (id, business, key_id, created_at, request, used_by)
      values ('app_1', 'Rossi', 'k1', timestamp with time zone '2026-09-01 08:00:00+00', '{}', '1')""";

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void its_tables_are_brought_up_to_date_and_nothing_is_lost(String kind, @TempDir Path folder)
      throws SQLException {
    StoreSettings.Place place =
        kind.equals("h2")
            ? new StoreSettings.Place.H2File(folder.resolve("store/facet"))
            : TestPostgres.place(TestPostgres.port());
    try (OfflineStore early = OfflineStore.at(new StoreSettings(place))) {
      early.migrate(FIRST);
      try (Connection connection = early.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(VALUATION);
        statement.execute(APPRAISAL);
      }
    }

    Store store = new Store(Database.at(place), Duration.ofSeconds(20), new SimpleMeterRegistry());
    store.look();
    try {
      assertThat(store.trouble()).isEmpty();
      assertThat(text(store, "select answer from valuation where client_reference = 'Größe'"))
          .isEqualTo("{\"price\":3433.91}");
      assertThat(text(store, "select used_by from appraisal where business = 'Rossi'"))
          .isEqualTo("1");
      assertThat(
              Stream.of("api_key", "usage_of_day", "staff_session")
                  .map(table -> text(store, "select '' || count(*) from " + table)))
          .containsOnly("0");
    } finally {
      store.close();
    }
  }

  private static String text(Store store, String query) {
    return Objects.requireNonNull(store.read(client -> one(client, query)).block());
  }

  private static Mono<String> one(DatabaseClient client, String query) {
    return client.sql(query).mapValue(String.class).one();
  }
}
