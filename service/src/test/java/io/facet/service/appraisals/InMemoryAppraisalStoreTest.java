package io.facet.service.appraisals;

class InMemoryAppraisalStoreTest implements AppraisalStoreContract {

  @Override
  public AppraisalStore store() {
    return new InMemoryAppraisalStore();
  }
}
