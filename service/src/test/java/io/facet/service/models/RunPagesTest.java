package io.facet.service.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunPagesTest {

  @Test
  void a_run_has_its_page_under_the_address_of_mlflow() {
    assertThat(page("https://ml.house.example/mlflow/", "4c1f"))
        .contains("https://ml.house.example/mlflow/#/runs/4c1f");
    assertThat(page("http://127.0.0.1:5000", "4c1f")).contains("http://127.0.0.1:5000/#/runs/4c1f");
  }

  @Test
  void a_password_in_the_address_is_told_to_nobody() {
    assertThat(page("http://me:hush@mlflow:5000", "4c1f"))
        .contains("http://mlflow:5000/#/runs/4c1f");
  }

  @Test
  void what_no_run_is_called_has_no_page() {
    assertThat(page("http://127.0.0.1:5000", "")).isEmpty();
    assertThat(page("http://127.0.0.1:5000", "a run/..")).isEmpty();
  }

  private static Optional<String> page(String address, String run) {
    return new RunPages(Optional.of(URI.create(address))).of(run).map(URI::toString);
  }
}
