package io.facet.service;

class StoredValuationsH2Test extends StoredValuationsContract {

  @Override
  RunningService start() {
    return RunningService.serving(RunningService.temporary());
  }
}
