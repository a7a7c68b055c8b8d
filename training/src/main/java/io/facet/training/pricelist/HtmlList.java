package io.facet.training.pricelist;

import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The list as one HTML page that needs nothing else, one sheet of paper for each cut. It is well
 * formed XML as well, because {@link PdfList} reads it as such.
 */
final class HtmlList {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final int ROUNDED_TO = 10;

  private final PriceSheet sheet;
  private final StringBuilder html = new StringBuilder();

  private HtmlList(PriceSheet sheet) {
    this.sheet = sheet;
  }

  static String of(PriceSheet sheet) {
    return new HtmlList(sheet).page();
  }

  private String page() {
    html.append(
        """
        <!DOCTYPE html>
        <html lang="en" xml:lang="en" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="description" content="Prices per carat of round brilliants by weight, color, clarity and cut"/>
        <title>Price list for round brilliants, %s</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>Price list</h1>
        """
            .formatted(date(), style()));
    PriceSheet.bestFirst(Cut.values()).forEach(this::section);
    return html.append("</body>\n</html>\n").toString();
  }

  private void section(Cut cut) {
    Diamond typical = sheet.prices().getFirst().stone();
    html.append("<section>\n<h2>Round brilliants, cut ").append(cut.spelling()).append("</h2>\n");
    html.append(
        String.format(
            Locale.ROOT,
            """
            <p class="about">US dollars per carat, rounded to %d · %s · learned from %,d appraised stones, %,d of them %s</p>
            """,
            ROUNDED_TO,
            date(),
            sheet.learned().size(),
            sheet.count(stone -> stone.cut() == cut),
            cut.spelling()));
    html.append("<div class=\"bands\">\n");
    sheet.bands().forEach(band -> grid(cut, band));
    html.append("</div>\n");
    html.append(
        String.format(
            Locale.ROOT,
            """
            <p class="note">A price holds for the lightest stone of its band, at the size stated above the grid, with depth %.1f %% and
            table %.0f %%; heavier stones of the band tend to cost more per carat. Prices are medians: half of all such stones fetch more.
            <span class="far">(Grey, in brackets)</span>: no stone of that weight band, color and clarity was learned from, whatever its cut,
            or none as dear (the dearest cost %,.0f USD), so the price is drawn from its neighbours: a guess.
            Not considered: laboratory, fluorescence, polish, symmetry.</p>
            """,
            typical.depth(),
            typical.table(),
            sheet.dearest()));
    html.append("</section>\n");
  }

  private void grid(Cut cut, WeightBand band) {
    List<Color> colors = PriceSheet.bestFirst(Color.values());
    Diamond size = sheet.line(cut, band, colors.getFirst()).getFirst().stone();
    html.append(
        String.format(
            Locale.ROOT,
            """
            <div class="band">
            <table>
            <caption>%s <span class="size">at %.2f ct, %.2f × %.2f × %.2f mm; %,d learned</span></caption>
            <thead><tr><td></td>""",
            band.title(),
            size.carat(),
            size.x(),
            size.y(),
            size.z(),
            sheet.count(band::holds)));
    for (Clarity clarity : PriceSheet.bestFirst(Clarity.values())) {
      html.append("<th scope=\"col\">").append(clarity.spelling()).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (Color color : colors) {
      html.append("<tr><th scope=\"row\">").append(color.spelling()).append("</th>");
      sheet.line(cut, band, color).forEach(this::cell);
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>\n");
  }

  private void cell(ListedPrice price) {
    long rounded = Math.round(price.usdPerCarat() / ROUNDED_TO) * ROUNDED_TO;
    html.append(
        String.format(
            Locale.ROOT, price.isFar() ? "<td class=\"far\">(%,d)</td>" : "<td>%,d</td>", rounded));
  }

  private String date() {
    return DATE.format(sheet.date());
  }

  private static String style() {
    try (InputStream in = HtmlList.class.getResourceAsStream("price-list.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
