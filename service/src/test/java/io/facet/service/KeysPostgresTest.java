package io.facet.service;

import io.facet.service.store.TestPostgres;

class KeysPostgresTest extends KeysContract {

  @Override
  RunningService start() {
    return RunningService.serving(RunningService.temporary(), TestPostgres.address());
  }
}
