package io.facet.service.appraisals;

import io.facet.service.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2AppraisalStoreTest implements AppraisalStoreContract {

  @TempDir Path folder;

  private TestStores.OpenedStore opened;

  @BeforeEach
  void open() {
    opened = TestStores.h2(folder);
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
