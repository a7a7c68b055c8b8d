package io.facet.service.signin;

import io.facet.service.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2SessionStoreTest implements SessionStoreContract {

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
  public SessionStore store() {
    return new SqlSessionStore(opened.store());
  }
}
