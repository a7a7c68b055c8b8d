package io.facet.service.certificates;

import io.facet.service.stones.Price;
import io.facet.service.stones.Stone;
import io.facet.service.valuations.ReasonedPrice;
import io.facet.service.valuations.ValuationAnswer;
import io.facet.valuation.Caveat;
import io.facet.valuation.stone.Factor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The certificate as a page of XHTML that needs nothing else, for {@link CertificatePdf}. */
final class CertificatePage {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final Pattern NO_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
  private static final String STYLE = style();

  private CertificatePage() {}

  static String of(ValuationAnswer valuation, URI link) {
    ReasonedPrice said = valuation.said();
    return """
        <!DOCTYPE html>
        <html lang="en" xml:lang="en" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8"/>
        <meta name="description" content="What a diamond is worth, and why"/>
        <title>Appraisal certificate %s</title>
        <style>
        %s</style>
        </head>
        <body>
        %s%s%s%s%s</body>
        </html>
        """
        .formatted(
            text(valuation.id()),
            STYLE,
            head(valuation, link),
            worth(said),
            facts(said.stone()),
            ladder(said),
            foot(said, valuation.createdAt(), link));
  }

  private static String head(ValuationAnswer valuation, URI link) {
    String qr = Base64.getEncoder().encodeToString(QrCode.png(link.toString()));
    String reference = valuation.clientReference();
    return """
        <div class="head">
        <div class="qr"><img alt="QR code: %1$s" src="data:image/png;base64,%2$s"/><p>Read it online</p></div>
        <p class="house">Facet</p>
        <h1>Appraisal certificate</h1>
        <p class="stone">%3$s</p>
        <p class="about">%4$s<br/>Made on %5$s%6$s</p>
        </div>
        """
        .formatted(
            text(link.toString()),
            qr,
            text(inWords(valuation.said().stone())),
            text(valuation.id()),
            DATE.format(valuation.createdAt()),
            reference == null ? "" : "<br/>Your reference: " + text(reference));
  }

  private static String inWords(Stone stone) {
    return "Round brilliant, %s ct, color %s, clarity %s, cut %s"
        .formatted(figure(stone.carat(), 2), stone.color(), stone.clarity(), stone.cut());
  }

  private static String worth(ReasonedPrice said) {
    Price.Range range = said.range();
    return """
        <div class="worth">
        <p class="price">%s</p>
        <p class="carat">US dollars, which is %s per carat</p>
        <p class="range">Of 100 such stones, an expert prices %s between %s and %s.</p>
        <div class="bar"><div class="mark" style="left: %s%%"></div></div>
        </div>
        """
        .formatted(
            usd(said.price()),
            usd(said.pricePerCarat()),
            figure(100 * range.coverage(), 0),
            usd(range.low()),
            usd(range.high()),
            position(said.price(), range));
  }

  /** Where {@code price} lies on the way from the lower end of the range to the upper one, in %. */
  private static long position(BigDecimal price, Price.Range range) {
    double width = range.high().subtract(range.low()).doubleValue();
    double above = price.subtract(range.low()).doubleValue();
    return width > 0 ? Math.clamp(Math.round(100 * above / width), 0, 100) : 50;
  }

  private static String facts(Stone stone) {
    return """
        <h2>The stone</h2>
        <table class="facts">
        <tr>%s%s%s</tr>
        <tr>%s%s%s</tr>
        <tr>%s%s%s</tr>
        </table>
        """
        .formatted(
            fact("Weight", figure(stone.carat(), 2) + " ct"),
            fact("Cut", stone.cut()),
            fact("Length", figure(stone.x(), 2) + " mm"),
            fact("Color", stone.color()),
            fact("Depth", figure(stone.depth(), 1) + " %"),
            fact("Width", figure(stone.y(), 2) + " mm"),
            fact("Clarity", stone.clarity()),
            fact("Table", figure(stone.table(), 1) + " %"),
            fact("Height", figure(stone.z(), 2) + " mm"));
  }

  private static String fact(String name, String value) {
    return "<th scope=\"row\">%s</th><td>%s</td>".formatted(name, text(value));
  }

  private static String ladder(ReasonedPrice said) {
    return """
        <h2>Why it is worth that</h2>
        <table class="ladder">
        <thead><tr><th scope="col">Step</th><th scope="col">This stone</th><th scope="col">Reference stone</th><th scope="col" class="figure">Multiplies by</th><th scope="col" class="figure">USD</th></tr></thead>
        <tbody>
        <tr class="reference"><th scope="row" colspan="4">Reference: %s</th><td class="figure">%s</td></tr>
        %s<tr class="sum"><th scope="row" colspan="4">This stone</th><td class="figure">%s</td></tr>
        </tbody>
        </table>
        """
        .formatted(
            text(said.reference().name()),
            plain(said.reference().price()),
            said.reasons().stream().map(CertificatePage::step).collect(Collectors.joining()),
            plain(said.price()));
  }

  private static String step(ReasonedPrice.Step step) {
    return """
        <tr><th scope="row">%s</th><td>%s</td><td>%s</td><td class="figure">× %s</td><td class="figure">%s</td></tr>
        """
        .formatted(
            capitalized(Factor.valueOf(step.factor().toUpperCase(Locale.ROOT)).words()),
            measure(step.value()),
            measure(step.referenceValue()),
            BigDecimal.valueOf(step.multiplier()).setScale(4, RoundingMode.HALF_EVEN),
            String.format(Locale.ROOT, "%+,.2f", step.usd()).replace('-', '\u2212'));
  }

  private static String foot(ReasonedPrice said, Instant made, URI link) {
    return """
        <p class="note">Spread is the length over the cube root of the weight, roundness the width over the length, height how far the
        measured height departs from the stated depth.</p>
        <h2>What to know about this price</h2>
        %s<p>Not considered: %s.</p>
        <p>The price is the middle one: half of all such stones fetch more. It was made on %s by the model %s, version %s,
        which learned on %s from an expert’s prices. It is no laboratory report: the stone is as it was described.</p>
        <p class="link">To be read again, with real stones to compare it with: %s</p>
        """
        .formatted(
            caveats(said.caveats()),
            text(String.join(", ", said.notConsidered())),
            DATE.format(made),
            text(said.model().name()),
            text(said.model().version()),
            DATE.format(said.model().trainedAt()),
            text(link.toString()));
  }

  private static String caveats(List<Caveat> caveats) {
    return caveats.isEmpty()
        ? ""
        : caveats.stream()
            .map(caveat -> "<p>" + text(caveat.text()) + "</p>\n")
            .collect(Collectors.joining("", "<div class=\"caveats\">\n", "</div>\n"));
  }

  private static String usd(BigDecimal amount) {
    return "$" + plain(amount);
  }

  private static String plain(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }

  /** With at least {@code decimals} places, and those that say more. */
  private static String figure(double value, int decimals) {
    BigDecimal exact = new BigDecimal(value, new MathContext(9)).stripTrailingZeros();
    return exact
        .setScale(Math.max(decimals, exact.scale()), RoundingMode.UNNECESSARY)
        .toPlainString();
  }

  private static String capitalized(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** The font has no cube root. */
  private static String measure(String value) {
    return text(value).replace("∛", "<sup>3</sup>√");
  }

  private static String text(String text) {
    return HtmlUtils.htmlEscape(NO_XML.matcher(text).replaceAll("\uFFFD"), "UTF-8");
  }

  private static String style() {
    try (InputStream in = CertificatePage.class.getResourceAsStream("certificate.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
