package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.service.following.ModelSettings.Origin;
import io.facet.service.settings.BadSettingsException;
import io.facet.service.settings.Variables;
import io.facet.service.signin.SessionSettings;
import io.facet.service.store.StoreSettings.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  private static final String MLFLOW = "http://127.0.0.1:5000";

  @Test
  void the_registry_is_all_that_must_be_said() {
    Settings settings = Settings.read(Map.of("FACET_MLFLOW_URI", MLFLOW));

    assertThat(settings.server().address().getHostAddress()).isEqualTo("127.0.0.1");
    assertThat(settings.server().port()).isEqualTo(8080);
    assertThat(settings.model().origin()).isEqualTo(new Origin.Registry(URI.create(MLFLOW)));
    assertThat(settings.model().poll()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.model().cache()).isEqualTo(Path.of(".facet/service/models"));
    assertThat(settings.keys().plain()).isEqualTo(Path.of(".facet/keys"));
    assertThat(settings.sessions())
        .isEqualTo(new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12)));
    assertThat(settings.store().place())
        .isEqualTo(new Place.H2File(Path.of(".facet/service/store/facet").toAbsolutePath()));
  }

  @Test
  void a_folder_will_do_instead_of_a_registry(@TempDir Path folder) {
    assertThat(Settings.read(Map.of("FACET_MODEL", folder.toString())).model().origin())
        .isEqualTo(new Origin.Folder(folder));
  }

  @Test
  void blank_variables_count_as_unset() {
    Settings settings =
        Settings.read(Map.of("FACET_MLFLOW_URI", MLFLOW, "FACET_PORT", " ", "FACET_MODEL", ""));

    assertThat(settings.server().port()).isEqualTo(8080);
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThatThrownBy(
            () ->
                Settings.read(
                    Map.ofEntries(
                        Map.entry("FACET_PORT", "http"),
                        Map.entry("FACET_ADDRESS", "no such address"),
                        Map.entry("FACET_POLL_SECONDS", "0"),
                        Map.entry("FACET_SESSION_IDLE_MINUTES", "4"),
                        Map.entry("FACET_SESSION_HOURS", "0"),
                        Map.entry("FACET_TRUSTED_PROXIES", "10.0.0.0/8, everybody"),
                        Map.entry("FACET_MLFLOW_URI", "ftp://127.0.0.1"),
                        Map.entry("FACET_LOG_FORMAT", "xml"),
                        Map.entry("FACET_RETENTION_DAYS", "0"),
                        Map.entry("FACET_SHADOW", "champion"),
                        Map.entry("FACET_DATABASE", "mysql://facet:hush@db/facet"),
                        Map.entry("FACET_KEY_PEPPER", "short"))))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("FACET_PORT is \"http\": it must be a whole number from 0 to 65535")
        .hasMessageContaining("FACET_ADDRESS is \"no such address\": it must be an address")
        .hasMessageContaining("FACET_POLL_SECONDS is \"0\": it must be a whole number from 1")
        .hasMessageContaining(
            "FACET_SESSION_IDLE_MINUTES is \"4\": it must be a whole number from 5")
        .hasMessageContaining("FACET_TRUSTED_PROXIES has \"everybody\": it must be networks")
        .hasMessageContaining("FACET_SESSION_HOURS is \"0\": it must be a whole number from 1")
        .hasMessageContaining("FACET_MLFLOW_URI is \"ftp://127.0.0.1\": it must be an address")
        .hasMessageContaining("FACET_LOG_FORMAT is \"xml\": it must be text or json")
        .hasMessageContaining("FACET_RETENTION_DAYS is \"0\": it must be a whole number from 1")
        .hasMessageContaining("FACET_SHADOW is \"champion\": it must be challenger")
        .hasMessageContaining("FACET_DATABASE must be an address such as postgresql://")
        .hasMessageContaining("FACET_KEY_PEPPER has 5 characters")
        .hasMessageNotContaining("short")
        .hasMessageNotContaining("hush");
  }

  @Test
  void a_postgresql_database_is_named_by_its_address() {
    assertThat(place("postgresql://facet:p%40ss@db.example:6432/valuations?sslmode=require"))
        .isEqualTo(
            new Place.Postgres(
                "db.example",
                6432,
                "valuations",
                "facet",
                Optional.of("p@ss"),
                "require",
                Optional.empty()));
    assertThat(place("postgresql://facet@db/facet"))
        .isEqualTo(
            new Place.Postgres(
                "db", 5432, "facet", "facet", Optional.empty(), "prefer", Optional.empty()));
  }

  @Test
  void all_that_is_wrong_with_the_address_of_a_database_is_said_without_repeating_it() {
    assertThatThrownBy(() -> place("postgresql://:hush@db?sslmode=maybe&user=me"))
        .hasMessageContaining("FACET_DATABASE names no user")
        .hasMessageContaining("FACET_DATABASE names no database")
        .hasMessageContaining("FACET_DATABASE has an sslmode that is none of disable, allow")
        .hasMessageContaining("FACET_DATABASE has a parameter that is neither")
        .hasMessageNotContaining("hush");
    assertThat(place("postgresql://facet:hush@db/facet").toString()).doesNotContain("hush");
  }

  private static Place place(String address) {
    return Settings.read(Map.of("FACET_MLFLOW_URI", MLFLOW, "FACET_DATABASE", address))
        .store()
        .place();
  }

  @Test
  void the_table_in_the_readme_names_all_settings_and_no_others() throws IOException {
    Variables variables = new Variables(Map.of("FACET_MLFLOW_URI", MLFLOW));
    Settings.read(variables);

    assertThat(
            Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `FACET_"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> Pattern.compile("FACET_[A-Z_]+").matcher(cell).results())
                .map(MatchResult::group))
        .containsExactlyInAnyOrderElementsOf(variables.known());
  }

  @Test
  void a_certificate_and_its_key_come_together_and_can_be_read(@TempDir Path folder)
      throws IOException {
    Path nothing = Files.writeString(folder.resolve("nothing.pem"), "nothing");

    assertThatThrownBy(
            () ->
                Settings.read(
                    Map.of("FACET_MLFLOW_URI", MLFLOW, "FACET_TLS_KEY", nothing.toString())))
        .hasMessageContaining("FACET_TLS_CERTIFICATE and FACET_TLS_KEY belong together");
    assertThatThrownBy(
            () ->
                Settings.read(
                    Map.of(
                        "FACET_MLFLOW_URI",
                        MLFLOW,
                        "FACET_TLS_CERTIFICATE",
                        folder.resolve("gone.pem").toString(),
                        "FACET_TLS_KEY",
                        nothing.toString())))
        .hasMessageContaining("gone.pem: there is no certificate in PEM form")
        .hasMessageContaining("nothing.pem: there is no private key");
  }

  @Test
  void a_service_with_no_place_for_its_model_does_not_start() {
    assertThatThrownBy(() -> Settings.read(Map.of()))
        .hasMessageContaining("Neither FACET_MLFLOW_URI")
        .hasMessageContaining("say where the model comes from");
  }

  @Test
  void a_service_with_two_places_for_its_model_does_not_start(@TempDir Path folder) {
    assertThatThrownBy(
            () ->
                Settings.read(Map.of("FACET_MLFLOW_URI", MLFLOW, "FACET_MODEL", folder.toString())))
        .hasMessageContaining("are both set");
  }

  @Test
  void a_folder_that_is_not_there_is_named(@TempDir Path folder) {
    assertThatThrownBy(
            () -> Settings.read(Map.of("FACET_MODEL", folder.resolve("gone").toString())))
        .hasMessageContaining("gone: there is no such folder");
  }
}
