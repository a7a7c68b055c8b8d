package io.facet.service.signin;

class InMemorySessionStoreTest implements SessionStoreContract {

  @Override
  public SessionStore store() {
    return new InMemorySessionStore();
  }
}
