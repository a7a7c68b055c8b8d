package io.facet.training.pricelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.facet.training.Collection;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Stones;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceSheetTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Appraiser APPRAISER = Stones.appraiser(Stones.linear());
  private static final List<Appraisal> LEARNED = Collection.data().stones();

  @TempDir private static Path folder;

  private static PriceSheet sheet;
  private static List<NamedCsvRecord> rows;

  @BeforeAll
  static void write() throws IOException {
    sheet = PriceSheet.of(APPRAISER, LEARNED, DAY);
    sheet.write(folder);
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(folder.resolve("price-list.csv"), StandardCharsets.UTF_8)) {
      rows = csv.stream().toList();
    }
  }

  @Test
  void the_bands_are_the_trades_where_there_were_stones() {
    assertThat(sheet.bands())
        .extracting(WeightBand::title)
        .containsExactly(
            "0.23–0.29 ct",
            "0.30–0.39 ct",
            "0.40–0.49 ct",
            "0.50–0.69 ct",
            "0.70–0.89 ct",
            "0.90–0.99 ct",
            "1.00–1.49 ct",
            "1.50–1.99 ct",
            "2.00–2.99 ct",
            "3.00–3.99 ct",
            "4.00–4.99 ct");
  }

  @Test
  void the_last_band_is_open() {
    Diamond heavy = new Diamond(12, Cut.IDEAL, Color.D, Clarity.IF, 61.5, 56, 14.6, 14.7, 9);

    assertThat(WeightBand.of(List.of(heavy)))
        .singleElement()
        .satisfies(
            band -> {
              assertThat(band.title()).isEqualTo("5.00 ct and more");
              assertThat(band.holds(Stones.EXAMPLE)).isFalse();
            });
  }

  @Test
  void every_price_is_the_models_for_the_lightest_stone_of_the_band() {
    assertThat(sheet.prices()).hasSize(5 * 11 * 7 * 8);
    double[] reference = Factor.all(APPRAISER.reference().stone());
    for (ListedPrice price : sheet.prices()) {
      Diamond stone = price.stone();
      assertThat(stone.carat()).isEqualTo(price.band().from());
      assertThat(price.usd()).isEqualTo(APPRAISER.estimate(stone).price());
      double[] factors = Factor.all(stone);
      for (int i = Factor.DEPTH.ordinal(); i < Factor.COUNT; i++) {
        assertThat(factors[i]).isCloseTo(reference[i], within(1e-9));
      }
    }
  }

  @Test
  void every_form_of_model_can_be_asked() {
    for (PriceModel model : List.of(Stones.trees(20, 4, 1), Stones.priceList(1))) {
      assertThat(PriceSheet.of(Stones.appraiser(model), LEARNED, DAY).prices())
          .allMatch(price -> price.usdPerCarat() > 0);
    }
  }

  @Test
  void a_csv_row_tells_the_band_the_stone_both_prices_and_how_many_were_learned() {
    NamedCsvRecord row = row("1.00", "Ideal", "G", "VS2");
    Diamond stone =
        TypicalProportions.of(Factor.all(Stones.REFERENCE.stone()))
            .stone(1, Cut.IDEAL, Color.G, Clarity.VS2);
    double usd = APPRAISER.estimate(stone).price();
    long alike =
        LEARNED.stream()
            .map(Appraisal::stone)
            .filter(
                of ->
                    of.carat() >= 1
                        && of.carat() < 1.5
                        && of.color() == Color.G
                        && of.clarity() == Clarity.VS2)
            .count();

    assertThat(row.getHeader())
        .containsExactly(
            "carat_from",
            "carat_to",
            "carat",
            "cut",
            "color",
            "clarity",
            "usd_per_carat",
            "usd",
            "stones");
    assertThat(row.getField("carat_from")).isEqualTo("1.00");
    assertThat(row.getField("carat_to")).isEqualTo("1.49");
    assertThat(Double.parseDouble(row.getField("usd"))).isCloseTo(usd, within(.005));
    assertThat(row.getField("usd_per_carat")).isEqualTo(row.getField("usd"));
    assertThat(row.getField("stones")).isEqualTo(Long.toString(alike)).isNotEqualTo("0");
  }

  @Test
  void the_stones_of_the_rows_of_one_cut_are_all_that_were_learned() {
    assertThat(
            rows.stream()
                .filter(row -> row.getField("cut").equals("Fair"))
                .mapToInt(row -> Integer.parseInt(row.getField("stones")))
                .sum())
        .isEqualTo(LEARNED.size());
  }

  @Test
  void the_page_needs_nothing_else_and_is_well_formed() throws Exception {
    String html = Files.readString(folder.resolve("price-list.html"));

    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("price-list.html").toFile());
    assertThat(html)
        .contains("lang=\"en\"", "<caption>1.00–1.49 ct", "scope=\"row\"")
        .doesNotContain("<script", "<img", "src=", "url(", "@import", "href=");
  }

  @Test
  void a_price_without_any_such_stone_is_in_brackets_on_the_page() {
    assertThat(row("4.00", "Ideal", "D", "IF").getField("stones")).isEqualTo("0");
    assertThat(htmlOf("4.00–4.99 ct")).contains("<td class=\"far\">(" + tens("4.00", "D", "IF"));
    assertThat(htmlOf("1.00–1.49 ct")).contains("<td>" + tens("1.00", "G", "VS2") + "</td>");
  }

  @Test
  void the_pdf_holds_a_sheet_for_each_cut_with_the_same_prices() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("price-list.pdf").toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(5);
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Price list for round brilliants, 24 November 2026");
      PDFTextStripper first = new PDFTextStripper();
      first.setEndPage(1);
      assertThat(first.getText(pdf))
          .contains("Round brilliants, cut Ideal")
          .contains("1.00–1.49 ct")
          .contains("D (" + tens("4.00", "D", "IF") + ")")
          .contains("4,985 appraised stones, 1,986 of them Ideal")
          .contains("the dearest cost 18,787 USD")
          .contains("1 of 5");
      PDFTextStripper last = new PDFTextStripper();
      last.setStartPage(5);
      assertThat(last.getText(pdf)).contains("Round brilliants, cut Fair").contains("5 of 5");
    }
  }

  private static String htmlOf(String band) {
    String html = HtmlList.of(sheet);
    int from = html.indexOf("<caption>" + band);
    return html.substring(from, html.indexOf("</table>", from));
  }

  /** The price per carat of an Ideal stone as the page shows it. */
  private static String tens(String carat, String color, String clarity) {
    double usd = Double.parseDouble(row(carat, "Ideal", color, clarity).getField("usd_per_carat"));
    return "%,d".formatted(10 * Math.round(usd / 10));
  }

  private static NamedCsvRecord row(String carat, String cut, String color, String clarity) {
    return rows.stream()
        .filter(
            row ->
                row.getField("carat").equals(carat)
                    && row.getField("cut").equals(cut)
                    && row.getField("color").equals(color)
                    && row.getField("clarity").equals(clarity))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_is_printed_rises_with_every_grade_where_the_list_does() {
    Appraiser lists = Stones.appraiser(Stones.priceList(3));
    PriceSheet printed =
        PriceSheet.of(
            lists,
            Stones.random(300, 9).stream()
                .map(stone -> new Appraisal(stone, lists.estimate(stone).price()))
                .toList(),
            LocalDate.EPOCH);

    for (WeightBand band : printed.bands()) {
      for (Cut cut : Cut.values()) {
        for (Color color : Color.values()) {
          assertThat(printed.line(cut, band, color))
              .extracting(ListedPrice::usd)
              .isSortedAccordingTo(Comparator.reverseOrder());
        }
      }
    }
  }
}
