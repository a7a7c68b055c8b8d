package io.facet.training.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.TestModel;
import io.facet.registry.profile.Level;
import io.facet.registry.profile.Profile;
import io.facet.training.Collection;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Priced;
import io.facet.training.families.Families;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Don Francesco's stones, one half held against the other. */
class DriftTest {

  private static List<Priced> learned;
  private static List<Priced> came;
  private static Profile profile;

  @TempDir private Path folder;

  @BeforeAll
  static void halve() {
    List<Priced> priced =
        new ArrayList<>(
            CrossValidation.of(
                    Families.named("linear", true).orElseThrow(),
                    Collection.data().stones(),
                    1,
                    done -> {})
                .priced());
    Collections.shuffle(priced, new Random(1));
    learned = priced.subList(0, 2_500);
    came = priced.subList(2_500, priced.size());
    profile = Learned.profile(learned);
  }

  @Test
  void the_other_half_has_not_moved() {
    Drift drift = drift(came, Priced::appraised);

    assertThat(drift.level()).isEqualTo(Level.NONE);
    assertThat(drift.shifts()).hasSize(11).allMatch(shift -> shift.psi() < .05);
    assertThat(drift.prices().orElseThrow().percent()).isCloseTo(0, within(1.5));
    assertThat(drift.sentence()).startsWith("These are stones and prices such as");
  }

  @Test
  void heavier_stones_are_seen_in_their_weight_and_in_their_prices_but_not_in_their_color() {
    List<Priced> heavy = came.stream().filter(one -> one.stone().carat() > .7).toList();

    Drift drift = drift(heavy, Priced::appraised);

    assertThat(drift.level()).isEqualTo(Level.ALARM);
    assertThat(alarms(drift)).contains("carat", "estimate").doesNotContain("color");
    assertThat(drift.sentence())
        .startsWith("These are not what the model has learned from: weight");
  }

  @Test
  void prices_in_another_currency_are_seen_although_the_stones_are_the_same() {
    Drift drift = drift(came, one -> .86 * one.appraised());

    assertThat(alarms(drift)).containsExactly("price_over_estimate");
    assertThat(drift.prices().orElseThrow().level()).isEqualTo(Level.ALARM);
    assertThat(drift.sentence()).contains("price over estimate, prices");
  }

  @Test
  void stones_that_nobody_has_appraised_are_held_against_stones_alone() {
    DriftMeter meter = new DriftMeter(profile);
    came.forEach(one -> meter.add(one.stone(), one.estimate()));

    assertThat(meter.drift().prices()).isEmpty();
    assertThat(meter.drift().shifts()).hasSize(10);
    assertThat(meter.drift().level()).isEqualTo(Level.NONE);
  }

  @Test
  void nineteen_stones_tell_nothing() {
    Drift drift = drift(came.subList(0, 19), one -> 5 * one.appraised());

    assertThat(drift.level()).isEqualTo(Level.NONE);
    assertThat(drift.judged()).isFalse();
    assertThat(drift.sentence()).isEqualTo("Too few stones to tell: 19, and it takes 20.");
  }

  @Test
  void the_profile_in_a_folder_is_the_one_that_was_written() throws IOException {
    Path model = TestModel.write(folder.resolve("model"), 6_000);
    assertThat(Profile.in(ModelFolder.open(model))).isEmpty();

    profile.write(model);
    ModelFolder.seal(model);

    assertThat(Profile.in(ModelFolder.open(model))).contains(profile);
    assertThat(profile.factors().keySet())
        .containsExactly(
            "carat", "color", "clarity", "cut", "depth", "table", "spread", "roundness", "height");
  }

  @Test
  void a_profile_that_lacks_something_is_told_by_its_name() throws IOException {
    Path model = TestModel.write(folder.resolve("model"), 6_000);
    Files.writeString(model.resolve(Profile.FILE), "{\"stones\": 5}");
    ModelFolder.seal(model);

    assertThatThrownBy(() -> Profile.in(ModelFolder.open(model)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("profile.json is not what it should be");
  }

  @Test
  void the_table_fits_a_hundred_columns_and_the_page_needs_nothing_else() throws Exception {
    List<Priced> heavy = came.stream().filter(one -> one.stone().carat() > .7).toList();
    DriftReport report =
        new DriftReport("<2026>.csv", "linear", Instant.EPOCH, drift(heavy, Priced::appraised));

    assertThat(report.text())
        .containsPattern("weight +[0-9.]+ +[0-9.]+ +ALARM +")
        .contains("Experts pay");
    assertThat(report.text().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report.html().getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getElementsByTagName("img").getLength()).isEqualTo(11);
    assertThat(page.getDocumentElement().getTextContent()).contains("Drift: <2026>.csv");
    assertThat(report.html()).doesNotContain("src=\"h", "<link", "url(");
  }

  @Test
  void programs_read_the_same() {
    Drift drift = drift(came, Priced::appraised);
    JsonNode json =
        JsonMapper.shared()
            .readTree(new DriftReport("b.csv", "linear", Instant.EPOCH, drift).json());

    assertThat(json.path("verdict").asString()).isEqualTo("none");
    assertThat(json.at("/psi/carat/psi").asDouble()).isEqualTo(drift.shifts().getFirst().psi());
    assertThat(json.at("/psi/color/bins")).hasSize(7);
    assertThat(json.at("/prices/stones").asInt()).isEqualTo(came.size());
  }

  private static List<String> alarms(Drift drift) {
    return drift.shifts().stream()
        .filter(shift -> shift.level() == Level.ALARM)
        .map(Shift::name)
        .toList();
  }

  private static Drift drift(List<Priced> stones, ToDoubleFunction<Priced> appraised) {
    DriftMeter meter = new DriftMeter(profile);
    stones.forEach(one -> meter.add(one.stone(), one.estimate(), appraised.applyAsDouble(one)));
    return meter.drift();
  }
}
