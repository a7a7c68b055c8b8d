package io.facet.training.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** An inspection as one HTML page, well formed as XML, with its style inside. */
final class InspectionPage {

  /** How many of a kind people look at. */
  private static final int OF_A_KIND = 12;

  private final Inspection inspection;
  private final StringBuilder html = new StringBuilder();

  InspectionPage(Inspection inspection) {
    this.inspection = inspection;
  }

  String html() {
    String verdict = inspection.verdict().name().toLowerCase(Locale.ROOT);
    html.append(
        """
        <!DOCTYPE html>
        <html lang="en" xml:lang="en" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>%1$s: %2$s</title>
        <style>
        %3$s</style>
        </head>
        <body>
        <h1>%1$s <span class="%2$s">%2$s</span></h1>
        """
            .formatted(text(inspection.file()), verdict, style()));
    inspection
        .refusals()
        .forEach(
            refusal -> html.append("<p class=\"because\">" + text(refusal.reason()) + "</p>\n"));
    counts();
    prices();
    table("Rows set aside", Severity.SET_ASIDE, inspection.setAside());
    table("Warnings", Severity.WARN, inspection.warnings());
    rules();
    if (!inspection.sha256().isEmpty()) {
      html.append("<p class=\"digest\">SHA-256 " + inspection.sha256() + "</p>\n");
    }
    return html.append("</body>\n</html>\n").toString();
  }

  private void counts() {
    Counts counts = inspection.counts();
    html.append("<table class=\"counts\"><tbody>\n");
    count(counts.rows(), "rows");
    count(counts.accepted(), inspection.isRefused() ? "sound, not taken" : "taken");
    count(counts.setAside(), "set aside");
    count(counts.unappraised(), "without a price");
    count(counts.duplicates(), "repeat a known appraisal");
    count(counts.superseded(), "have a newer price in this file");
    html.append("</tbody></table>\n");
  }

  private void count(long count, String what) {
    html.append(
        String.format(
            Locale.ROOT, "<tr><td>%,d</td><th scope=\"row\">%s</th></tr>\n", count, what));
  }

  private void prices() {
    String words =
        inspection
            .prices()
            .map(
                level ->
                    String.format(
                        Locale.ROOT,
                        "Of %,d prices beside the model's, half lie above %.3f times, and %.1f %% within the range that is to hold 90 %%.",
                        level.stones(),
                        level.medianRatio(),
                        level.heldPercent()))
            .orElse("No price was compared with a model's.");
    html.append("<p>" + words + "</p>\n");
  }

  private void table(String title, Severity severity, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    html.append("<h2>" + title + "</h2>\n");
    List<Finding> first = first(findings);
    long all = inspection.found(severity);
    if (all > first.size()) {
      html.append(
          String.format(
              Locale.ROOT, "<p>%,d of %,d: the first of each kind.</p>\n", first.size(), all));
    }
    html.append(
        """
        <table>
        <thead><tr><th scope="col">line</th><th scope="col">column</th><th scope="col">value</th><th scope="col">reason</th></tr></thead>
        <tbody>
        """);
    for (Finding finding : first) {
      html.append(
          "<tr><td>%s</td><td>%s</td><td><code>%s</code></td><td>%s</td></tr>\n"
              .formatted(
                  finding.line() == 0 ? "" : finding.line(),
                  text(finding.column()),
                  text(finding.value()),
                  text(finding.reason())));
    }
    html.append("</tbody>\n</table>\n");
  }

  private static List<Finding> first(List<Finding> findings) {
    Map<Rule, Integer> seen = new EnumMap<>(Rule.class);
    return findings.stream()
        .filter(finding -> seen.merge(finding.rule(), 1, Integer::sum) <= OF_A_KIND)
        .toList();
  }

  private void rules() {
    html.append(
        """
        <h2>What was looked at</h2>
        <table class="rules">
        <thead><tr><th scope="col">broken</th><th scope="col">rule</th><th scope="col">otherwise</th></tr></thead>
        <tbody>
        """);
    for (Rule rule : Rule.values()) {
      html.append(
          String.format(
              Locale.ROOT,
              "<tr><td>%,d</td><td>%s</td><td>%s</td></tr>\n",
              inspection.broken().getOrDefault(rule, 0L),
              text(rule.sentence()),
              rule.severity().words()));
    }
    html.append("</tbody>\n</table>\n");
  }

  /**
   * Cells come from strangers: whatever stands in them is text, and control characters are none.
   */
  private static String text(String value) {
    StringBuilder safe = new StringBuilder();
    value
        .codePoints()
        .forEach(
            letter -> {
              switch (letter) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isXml(letter) ? letter : 0xFFFD);
              }
            });
    return safe.toString();
  }

  private static boolean isXml(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL -> letter == '\t' || letter == '\n';
      case Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }

  private static String style() {
    try (InputStream in = InspectionPage.class.getResourceAsStream("inspection.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
