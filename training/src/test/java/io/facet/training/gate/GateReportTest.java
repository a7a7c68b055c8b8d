package io.facet.training.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.ModelFolder;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GateReportTest {

  private static final List<Diamond> STONES = Stones.random(600, 4);

  @TempDir private Path parent;

  @Test
  void a_refusal_says_in_a_hundred_columns_which_bar_was_missed() {
    GateReport report = report(Contests.like(STONES, 1.3, 1));

    assertThat(report.promoted()).isFalse();
    assertThat(report.text())
        .contains("The gate: Not promoted: it misses 2 of 6 bars (errs less, no kind worse).")
        .contains("judged by 600 stones")
        .containsPattern("errs less +MISSED +\\+[0-9.]+ USD")
        .containsPattern("reasons multiply +met ")
        .contains("errs less: It errs by ");
    assertThat(report.text().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void the_page_needs_nothing_else_and_shows_every_bar_and_every_kind_of_stone() throws Exception {
    GateReport report = report(Contests.like(STONES, 1.3, 1));

    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report.html().getBytes(StandardCharsets.UTF_8)));

    assertThat(page.getElementsByTagName("table").getLength()).isEqualTo(2);
    assertThat(page.getDocumentElement().getTextContent())
        .contains("errs less", "no kind worse", "ranges hold", "reasons multiply", "quick enough")
        .contains("ONNX agrees", "cut Ideal", "Holm", "version 7 <on trial>");
    assertThat(report.html()).doesNotContain("<on trial>", "src=\"h", "<link", "url(");
  }

  @Test
  void programs_read_the_same() {
    GateReport report = report(Contests.like(STONES, .6, 1));

    JsonNode json = JsonMapper.shared().readTree(report.json());

    assertThat(json.path("promoted").asBoolean()).isEqualTo(report.promoted());
    assertThat(json.path("bars")).hasSize(6);
    assertThat(json.at("/bars/0/standing").asString()).isEqualTo("met");
    assertThat(json.at("/bars/0/figures/mae_usd").asDouble())
        .isLessThan(json.at("/bars/0/figures/champion_mae_usd").asDouble());
    assertThat(json.path("segments")).isNotEmpty();
    assertThat(json.at("/segments/0/exceeds").asBoolean()).isFalse();
  }

  @Test
  void without_a_champion_what_could_not_be_asked_stands_there_too() {
    ModelFolder model = Contests.folder(parent.resolve("model"), STONES, 1);
    Evidence evidence = Evidence.of(model, Optional.empty(), List.of());
    GateReport report =
        new GateReport(
            "linear",
            Optional.empty(),
            evidence.words(),
            Instant.EPOCH,
            Gate.judge(evidence, model));

    assertThat(report.text())
        .contains("Promoted: there was no champion.")
        .containsPattern("errs less +not asked +There was no champion to compare with");
    assertThat(report.html()).contains("no champion, as there is none");
  }

  private GateReport report(Evidence evidence) {
    ModelFolder model = Contests.folder(parent.resolve("model"), STONES, 1);
    return new GateReport(
        "linear, trained today",
        Optional.of("version 7 <on trial>"),
        evidence.words(),
        Instant.EPOCH,
        Gate.judge(evidence, model));
  }
}
