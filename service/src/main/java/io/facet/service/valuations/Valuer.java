package io.facet.service.valuations;

import io.facet.service.idempotency.IdempotencyKey;
import io.facet.service.keys.ApiKey;
import io.facet.service.models.ServedModel;
import io.facet.service.models.Witnesses;
import io.facet.service.stones.NamedStone;
import io.facet.service.stones.Stone;
import io.facet.service.store.TimedIds;
import io.facet.valuation.Valuation;
import java.time.Clock;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values a stone, and writes down what was asked and answered. */
final class Valuer {

  /** What every id of a valuation begins with. */
  static final String PREFIX = "val_";

  private final TimedIds ids = new TimedIds(PREFIX, Clock.systemUTC());
  private final JsonMapper json;
  private final Witnesses witnesses;

  Valuer(JsonMapper json, Witnesses witnesses) {
    this.json = json;
    this.witnesses = witnesses;
  }

  StoredValuation value(
      NamedStone asked, ServedModel model, ApiKey key, Optional<IdempotencyKey> idempotencyKey) {
    TimedIds.TimedId id = ids.next();
    Valuation valuation = model.appraiser().value(asked.stone());
    witnesses.saw(asked.stone(), valuation.estimate().price(), model);
    ValuationAnswer answer =
        new ValuationAnswer(
            id.text(), id.at(), asked.clientReference(), ReasonedPrice.of(valuation, model));
    return new StoredValuation(
        id.text(),
        key.business(),
        key.id(),
        id.at(),
        asked.clientReference(),
        idempotencyKey.map(IdempotencyKey::text).orElse(null),
        model.version(),
        request(asked),
        json.writeValueAsString(answer));
  }

  /** What is asked for as JSON: the same for everybody who asks for the same. */
  String request(NamedStone asked) {
    return json.writeValueAsString(
        new ValuationRequest(Stone.of(asked.stone()), asked.clientReference()));
  }

  /** What was said, from what was kept of it. */
  ValuationAnswer read(StoredValuation kept) {
    return new ValuationAnswer(
        kept.id(),
        kept.createdAt(),
        kept.clientReference(),
        json.readerFor(ReasonedPrice.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readValue(kept.answer()));
  }
}
