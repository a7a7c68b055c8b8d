package io.facet.service.appraisals;

import io.facet.service.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresAppraisalStoreTest implements AppraisalStoreContract {

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
  public AppraisalStore store() {
    return new SqlAppraisalStore(opened.store());
  }
}
