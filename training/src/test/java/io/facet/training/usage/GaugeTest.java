package io.facet.training.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.runs.Sample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaugeTest {

  @Test
  void what_the_process_takes_has_the_names_that_mlflow_shows_together() {
    try (Gauge gauge = Gauge.start()) {
      List<Sample> seen = gauge.all();

      assertThat(seen).allSatisfy(sample -> assertThat(sample.metric()).startsWith("system/"));
      assertThat(seen)
          .filteredOn(sample -> sample.metric().equals("system/process_heap_megabytes"))
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(sample -> assertThat(sample.value()).isPositive())
          .extracting(Sample::step)
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(seen)
          .filteredOn(sample -> sample.metric().endsWith("_percentage"))
          .allSatisfy(sample -> assertThat(sample.value()).isBetween(0.0, 100.0));
    }
  }

  @Test
  void a_step_hears_of_its_own_time_only() {
    try (Gauge gauge = Gauge.start()) {
      Instant begun = Instant.now().plusMillis(1);
      while (Instant.now().isBefore(begun)) {
        Thread.onSpinWait();
      }

      List<Sample> step = gauge.since(begun);

      assertThat(step).isNotEmpty();
      assertThat(step).allSatisfy(sample -> assertThat(sample.at()).isAfterOrEqualTo(begun));
      assertThat(gauge.all()).hasSizeGreaterThan(step.size());
    }
  }
}
