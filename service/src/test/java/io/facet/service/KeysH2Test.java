package io.facet.service;

class KeysH2Test extends KeysContract {

  @Override
  RunningService start() {
    return RunningService.serving(RunningService.temporary());
  }
}
