package io.facet.training.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every file in datasets/diamonds/damaged meets with what expected.json says. */
class DamagedFilesTest {

  private static final JsonNode EXPECTED = expected();

  // How many ordinary prices are odd depends on the model: only those that the damage made count.
  private static final Set<Rule> UP_TO_THE_MODEL =
      EnumSet.of(Rule.PRICE_ODD, Rule.PRICE_LEVEL_ODD, Rule.PRICES_SCATTERED_ODD);

  static Stream<String> files() {
    return EXPECTED.propertyNames().stream();
  }

  static Stream<String> filesWhosePricesDontMatter() {
    return files().filter(file -> !EXPECTED.get(file).has("needs_champion"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void it_is_accepted_or_refused_for_the_stated_reasons(String file) {
    Inspection inspection = Champion.inspector().inspect(Champion.DAMAGED.resolve(file));
    JsonNode expected = EXPECTED.get(file);

    assertThat(verdict(inspection)).isEqualTo(expected.get("verdict").asString());
    Set<String> because = new TreeSet<>();
    inspection.refusals().forEach(refusal -> because.add(refusal.rule().code()));
    if (expected.has("needs_champion")) {
      assertThat(because).containsAll(texts(expected.get("because")));
    } else {
      assertThat(because).containsExactlyElementsOf(texts(expected.get("because")));
    }
    String said = said(inspection);
    assertThat(texts(expected.get("says"))).allSatisfy(word -> assertThat(said).contains(word));
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_row_goes_where_it_belongs(String file) {
    Inspection inspection = Champion.inspector().inspect(Champion.DAMAGED.resolve(file));
    JsonNode expected = EXPECTED.get(file);
    Counts counts = inspection.counts();

    assertThat(
            counts.accepted()
                + counts.setAside()
                + counts.unappraised()
                + counts.duplicates()
                + counts.superseded())
        .isEqualTo(counts.rows());
    if (expected.has("rows")) {
      assertThat(counts)
          .isEqualTo(
              new Counts(
                  expected.get("rows").asLong(),
                  expected.get("accepted").asLong(),
                  expected.get("set_aside").asLong(),
                  expected.get("unappraised").asLong(),
                  expected.get("duplicates").asLong(),
                  expected.get("superseded").asLong()));
      assertThat(
              inspection.setAside().stream()
                  .map(bad -> bad.line() + " " + bad.column() + " " + bad.rule().code()))
          .containsExactlyInAnyOrderElementsOf(
              expected
                  .get("bad")
                  .valueStream()
                  .map(
                      bad ->
                          bad.get("line").asInt()
                              + " "
                              + bad.get("column").asString()
                              + " "
                              + bad.get("rule").asString())
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void an_accepted_file_warns_of_what_is_odd_and_of_nothing_else(String file) {
    Inspection inspection = Champion.inspector().inspect(Champion.DAMAGED.resolve(file));
    JsonNode expected = EXPECTED.get(file);
    if (inspection.isRefused()) {
      assertThat(inspection.accepted()).isEmpty();
      return;
    }
    Map<String, List<Long>> wanted = new TreeMap<>();
    expected
        .path("warnings")
        .properties()
        .forEach(
            rule ->
                wanted.put(
                    rule.getKey(), rule.getValue().valueStream().map(JsonNode::asLong).toList()));
    Map<String, List<Long>> found = new TreeMap<>();
    for (Finding warning : inspection.warnings()) {
      String code = warning.rule().code();
      if (wanted.containsKey(code) || !UP_TO_THE_MODEL.contains(warning.rule())) {
        found.computeIfAbsent(code, rule -> new ArrayList<>()).add(warning.line());
      }
    }
    assertThat(found).isEqualTo(wanted);
    assertThat(inspection.accepted()).hasSize((int) inspection.counts().accepted());
  }

  @ParameterizedTest
  @MethodSource("filesWhosePricesDontMatter")
  void without_a_champion_the_same_happens(String file) {
    Inspection with = Champion.inspector().inspect(Champion.DAMAGED.resolve(file));
    Inspection without =
        Inspector.without(KnownStones.none()).inspect(Champion.DAMAGED.resolve(file));

    assertThat(without.verdict()).isEqualTo(with.verdict());
    assertThat(without.counts()).isEqualTo(with.counts());
    assertThat(without.setAside()).isEqualTo(with.setAside());
    assertThat(without.prices()).isEmpty();
  }

  @Test
  void without_a_champion_prices_in_another_currency_look_sound() {
    Inspection inspection =
        Inspector.without(KnownStones.none())
            .inspect(Champion.DAMAGED.resolve("prices-in-rupees.csv"));

    assertThat(inspection.isRefused()).isFalse();
  }

  @Test
  void no_rule_is_without_a_file_that_breaks_it() {
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    files()
        .forEach(
            file ->
                broken.addAll(
                    Champion.inspector()
                        .inspect(Champion.DAMAGED.resolve(file))
                        .broken()
                        .keySet()));

    assertThat(broken).containsExactlyInAnyOrder(Rule.values());
  }

  private static String verdict(Inspection inspection) {
    return inspection.verdict().name().toLowerCase(Locale.ROOT);
  }

  private static String said(Inspection inspection) {
    StringBuilder said = new StringBuilder();
    Stream.of(inspection.refusals(), inspection.setAside(), inspection.warnings())
        .flatMap(List::stream)
        .forEach(finding -> said.append(finding.reason()).append('\n'));
    return said.toString();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static JsonNode expected() {
    try {
      return JsonMapper.shared()
          .readTree(Files.readString(Champion.DAMAGED.resolve("expected.json")));
    } catch (IOException e) {
      throw new IllegalStateException("python3 datasets/diamonds/damage.py makes it", e);
    }
  }
}
