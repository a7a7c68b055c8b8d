package io.facet.service.signin;

import io.facet.service.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresSessionStoreTest implements SessionStoreContract {

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
  public SessionStore store() {
    return new SqlSessionStore(opened.store());
  }
}
