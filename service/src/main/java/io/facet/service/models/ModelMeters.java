package io.facet.service.models;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;

/** Which model answers, and how old it is, as metrics. */
final class ModelMeters {

  private final MultiGauge info;

  ModelMeters(MeterRegistry meters) {
    this.info =
        MultiGauge.builder("facet.model.info")
            .description("1 for the model that answers")
            .register(meters);
  }

  void served(ServedModel model) {
    Tags tags = Tags.of("version", model.version(), "source", model.source().label());
    info.register(List.of(Row.of(tags, 1)), true);
  }

  /** Tells the age of whatever {@code current} serves. */
  static void age(CurrentModel current, MeterRegistry meters) {
    Gauge.builder("facet.model.trained.timestamp", current, ModelMeters::trainedAt)
        .description("When the model that answers was trained")
        .baseUnit("seconds")
        .register(meters);
  }

  private static double trainedAt(CurrentModel current) {
    return current
        .served()
        .map(model -> model.provenance().trainedAt().toEpochMilli() / 1e3)
        .orElse(Double.NaN);
  }
}
