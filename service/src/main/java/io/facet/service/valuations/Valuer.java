package io.facet.service.valuations;

import io.facet.service.idempotency.IdempotencyKey;
import io.facet.service.keys.ApiKey;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.service.stones.Stone;
import io.facet.service.stones.WrittenStone;
import io.facet.service.store.TimedIds;
import io.facet.valuation.stone.Diamond;
import java.time.Clock;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Values a stone with the model of the moment, and writes down what was asked and answered. */
final class Valuer {

  static final String CLIENT_REFERENCE = "client_reference";

  /** What every id of a valuation begins with. */
  static final String PREFIX = "val_";

  private final TimedIds ids = new TimedIds(PREFIX, Clock.systemUTC());
  private final CurrentModel current;
  private final JsonMapper json;

  Valuer(CurrentModel current, JsonMapper json) {
    this.current = current;
    this.json = json;
  }

  StoredValuation value(WrittenStone written, ApiKey key, Optional<IdempotencyKey> idempotencyKey) {
    Diamond stone = written.diamond();
    ServedModel model = current.orUnavailable();
    TimedIds.TimedId id = ids.next();
    String reference = written.texts().get(CLIENT_REFERENCE);
    ValuationAnswer answer =
        ValuationAnswer.of(id.text(), id.at(), reference, model.appraiser().value(stone), model);
    return new StoredValuation(
        id.text(),
        key.business(),
        key.id(),
        id.at(),
        reference,
        idempotencyKey.map(IdempotencyKey::text).orElse(null),
        model.version(),
        request(written),
        json.writeValueAsString(answer));
  }

  /** What {@code written} asks for as JSON: the same for everybody who asks for the same. */
  String request(WrittenStone written) {
    return json.writeValueAsString(
        new ValuationRequest(Stone.of(written.diamond()), written.texts().get(CLIENT_REFERENCE)));
  }
}
