package io.facet.service.keys;

import io.facet.service.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresKeyStoreTest implements KeyStoreContract {

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
  public KeyStore store() {
    return new SqlKeyStore(opened.store());
  }
}
