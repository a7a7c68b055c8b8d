package io.facet.service;

import io.facet.service.store.TestPostgres;

class StoredValuationsPostgresTest extends StoredValuationsContract {

  @Override
  RunningService start() {
    return RunningService.serving(RunningService.temporary(), TestPostgres.address());
  }
}
