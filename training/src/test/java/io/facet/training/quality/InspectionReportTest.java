package io.facet.training.quality;

import static io.facet.training.quality.BatchFile.HEADER;
import static io.facet.training.quality.BatchFile.STONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectionReportTest {

  @TempDir private Path folder;

  @Test
  void programs_find_the_verdict_the_counts_and_every_row_with_line_column_value_and_reason() {
    JsonNode report = json(Champion.inspector().inspect(file("slipped-digits.csv")));

    assertThat(report.get("verdict").asString()).isEqualTo("accepted");
    assertThat(report.get("sha256").asString()).hasSize(64);
    assertThat(report.get("counts").get("rows").asInt()).isEqualTo(200);
    assertThat(report.get("counts").get("set_aside").asInt()).isEqualTo(4);
    assertThat(report.get("prices").get("median_ratio").asDouble()).isBetween(.9, 1.1);
    JsonNode bad = report.get("set_aside").get(0);
    assertThat(bad.get("rule").asString()).isEqualTo("price_far");
    assertThat(bad.get("line").asInt()).isEqualTo(12);
    assertThat(bad.get("column").asString()).isEqualTo("price");
    assertThat(bad.get("value").asString()).isEqualTo("9570");
    assertThat(bad.get("reason").asString()).contains("a digit too many?");
    assertThat(report.get("findings").get("price_far").asInt()).isEqualTo(4);
  }

  @Test
  void what_was_not_compared_is_null_and_a_refusal_has_its_reasons() {
    JsonNode report =
        json(Inspector.without(KnownStones.none()).inspect(file("weights-in-mg.csv")));

    assertThat(report.get("verdict").asString()).isEqualTo("refused");
    assertThat(report.get("prices").isNull()).isTrue();
    assertThat(report.get("refused_because").get(0).get("reason").asString())
        .contains("40 would fit if its weight were in milligrams");
  }

  @Test
  void people_find_the_same_on_a_page_that_needs_nothing_else() {
    Document page = page(Champion.inspector().inspect(file("prices-in-euro.csv")));

    String text = page.getDocumentElement().getTextContent();
    assertThat(text).contains("prices-in-euro.csv refused", "another currency", "sound, not taken");
    for (Rule rule : Rule.values()) {
      assertThat(text).contains(rule.sentence());
    }
    for (String linking : new String[] {"link", "script", "img", "iframe"}) {
      assertThat(page.getElementsByTagName(linking).getLength()).as(linking).isZero();
    }
  }

  @Test
  void whatever_stands_in_a_cell_is_text() throws IOException {
    String hostile = "<script>alert('&')</script>\u0001\uD800";
    Path batch = folder.resolve("<b>.csv");
    Files.writeString(batch, HEADER + STONE.repeat(9) + STONE.replace("VS1", "<i>\u0001&\u0007"));

    Document page = page(Inspector.without(KnownStones.none()).inspect(batch));

    assertThat(page.getElementsByTagName("i").getLength()).isZero();
    assertThat(page.getElementsByTagName("b").getLength()).isZero();
    assertThat(page.getElementsByTagName("code").item(0).getTextContent())
        .isEqualTo("<i>\uFFFD&\uFFFD");
    Finding finding = new Finding(Rule.GRADE, 2, "cut", hostile, hostile);
    assertThat(page(only(finding)).getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void both_are_written_side_by_side_and_every_finding_as_csv() throws IOException {
    try (FindingsFile all = FindingsFile.at(folder.resolve("all.csv"))) {
      Inspection inspection = Champion.inspector().inspect(file("units.csv"), all);
      InspectionReport.write(inspection, folder.resolve("new/reports"), "units");
    }

    assertThat(folder.resolve("new/reports/units.json")).isNotEmptyFile();
    assertThat(folder.resolve("new/reports/units.html")).isNotEmptyFile();
    assertThat(folder.resolve("all.csv"))
        .content()
        .startsWith("line,severity,rule,column,value,reason")
        .contains("set aside,weight,carat,");
  }

  private static Inspection only(Finding finding) {
    Inspection sound = Inspector.without(KnownStones.none()).inspect(file("sound.csv"));
    return new Inspection(
        sound.file(),
        sound.sha256(),
        sound.counts(),
        sound.refusals(),
        List.of(finding),
        sound.warnings(),
        sound.broken(),
        sound.prices(),
        sound.accepted(),
        sound.reappraisals());
  }

  private static Path file(String name) {
    return Champion.DAMAGED.resolve(name);
  }

  private static JsonNode json(Inspection inspection) {
    return JsonMapper.shared().readTree(InspectionReport.json(inspection));
  }

  private static Document page(Inspection inspection) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(InspectionReport.html(inspection))));
    } catch (SAXException | ParserConfigurationException | IOException e) {
      throw new AssertionError("the page is not well formed", e);
    }
  }
}
