package io.facet.service.metering;

import io.facet.service.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresUsageStoreTest implements UsageStoreContract {

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
  public UsageStore store() {
    return new SqlUsageStore(opened.store());
  }
}
