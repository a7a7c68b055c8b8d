package io.facet.service.valuations;

class InMemoryValuationStoreTest implements ValuationStoreContract {

  @Override
  public ValuationStore store() {
    return new InMemoryValuationStore();
  }
}
