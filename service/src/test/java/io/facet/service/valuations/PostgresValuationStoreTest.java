package io.facet.service.valuations;

import io.facet.service.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresValuationStoreTest implements ValuationStoreContract {

  private TestStores.OpenedStore opened;

  @BeforeEach
  void open() {
    opened = TestStores.postgres();
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  public ValuationStore store() {
    return new SqlValuationStore(opened.store());
  }
}
