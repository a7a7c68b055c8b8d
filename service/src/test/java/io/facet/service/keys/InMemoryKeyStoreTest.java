package io.facet.service.keys;

class InMemoryKeyStoreTest implements KeyStoreContract {

  @Override
  public KeyStore store() {
    return new InMemoryKeyStore();
  }
}
