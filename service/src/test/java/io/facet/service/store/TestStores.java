package io.facet.service.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;

/** Stores for tests of what is kept in them. */
public final class TestStores {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private TestStores() {}

  /** Its tables are there. Whoever opens it closes it. */
  public static OpenedStore h2(Path folder) {
    return open(new StoreSettings.Place.H2File(folder.resolve("store/facet")));
  }

  /** Its tables are there, in a database of its own. */
  public static OpenedStore postgres() {
    return open(TestPostgres.place(TestPostgres.port()));
  }

  private static OpenedStore open(StoreSettings.Place place) {
    Store store = new Store(Database.at(place), PATIENCE, new SimpleMeterRegistry());
    store.look();
    return new OpenedStore(store);
  }

  public record OpenedStore(Store store) implements AutoCloseable {

    @Override
    public void close() {
      store.close();
    }
  }
}
