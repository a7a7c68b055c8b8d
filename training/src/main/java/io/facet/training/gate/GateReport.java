package io.facet.training.gate;

import io.facet.training.gate.Bar.Standing;
import io.facet.training.page.Page;
import io.facet.training.page.Wrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A verdict to read: as a page, as a table of at most 100 columns, for programs.
 *
 * @param challenger what was judged, in words
 * @param champion what it was held against, such as {@code version 7}; empty where there was none
 * @param evidence which stones it was judged by, in words
 * @param at when
 * @param verdict the verdict
 */
public record GateReport(
    String challenger, Optional<String> champion, String evidence, Instant at, Verdict verdict) {

  /** Writes {@code gate.html}, {@code gate.json} and {@code gate.txt} into {@code folder}. */
  public List<Path> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    return List.of(
        Files.writeString(folder.resolve("gate.html"), html()),
        Files.writeString(folder.resolve("gate.json"), json()),
        Files.writeString(folder.resolve("gate.txt"), text()));
  }

  public boolean promoted() {
    return verdict instanceof Verdict.Promoted;
  }

  /** In one sentence, what came of it. */
  public String headline() {
    return switch (verdict) {
      case Verdict.Promoted(var bars, var reason) -> "Promoted: " + reason + ".";
      case Verdict.Refused refused ->
          "Not promoted: it misses %d of %d bars (%s)."
              .formatted(
                  refused.missed().size(),
                  refused.bars().size(),
                  String.join(", ", refused.missed().stream().map(Bar::name).toList()));
    };
  }

  /** The table, and a sentence for each bar that was missed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(Wrapped.lines("The gate: ", headline()));
    text.append("  judged by ").append(evidence).append("\n\n");
    for (Bar bar : verdict.bars()) {
      String figure = bar.figure().isEmpty() ? bar.sentence() : bar.figure();
      text.append(
          Wrapped.lines(
              String.format(Locale.ROOT, "  %-16s %-10s ", bar.name(), bar.standing().words()),
              figure));
    }
    if (verdict instanceof Verdict.Refused refused) {
      text.append('\n');
      refused.missed().stream()
          .filter(bar -> !bar.figure().isEmpty())
          .forEach(bar -> text.append(Wrapped.lines("  " + bar.name() + ": ", bar.sentence())));
    }
    return text.toString();
  }

  /** One page. */
  public String html() {
    Page page = new Page("The gate: " + challenger);
    page.verdict(headline(), promoted());
    page.paragraph(
        "Held against %s on %s, at %s."
            .formatted(champion.orElse("no champion, as there is none"), evidence, at));
    page.table(
        List.of("bar", "verdict", "figure", "in words"),
        verdict.bars().stream()
            .map(bar -> List.of(bar.name(), bar.standing().words(), bar.figure(), bar.sentence()))
            .toList(),
        verdict.bars().stream()
            .filter(bar -> bar.standing() == Standing.MISSED)
            .map(Bar::name)
            .toList());
    if (!losses().isEmpty()) {
      page.heading("By kind of stone");
      page.paragraph(
          String.format(
              Locale.ROOT,
              "Mean absolute errors in USD. A kind counts as worse where even the lower end of its loss is above %.0f %%; that end allows for all kinds being looked at together (Holm).",
              EvenSegments.ALLOWED));
      page.table(
          List.of("kind", "stones", "challenger", "champion", "loss %", "at least %", "p"),
          losses().stream().map(GateReport::row).toList(),
          losses().stream().filter(SegmentLoss::exceeds).map(SegmentLoss::words).toList());
    }
    return page.html();
  }

  private static List<String> row(SegmentLoss kind) {
    return List.of(
        kind.words(),
        Integer.toString(kind.stones()),
        String.format(Locale.ROOT, "%.2f", kind.mae()),
        String.format(Locale.ROOT, "%.2f", kind.rivalMae()),
        String.format(Locale.ROOT, "%+.1f", kind.loss()),
        String.format(Locale.ROOT, "%+.1f", kind.atLeast()),
        String.format(Locale.ROOT, "%.4f", kind.p()));
  }

  /** For programs. */
  public String json() {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("promoted", promoted());
    answer.put("reason", verdict.reason());
    answer.put("challenger", challenger);
    answer.put("champion", champion.orElse(null));
    answer.put("evidence", evidence);
    answer.put("at", at.toString());
    List<Map<String, Object>> bars = new ArrayList<>();
    for (Bar bar : verdict.bars()) {
      Map<String, Object> of = new LinkedHashMap<>();
      of.put("name", bar.name());
      of.put("standing", bar.standing().name().toLowerCase(Locale.ROOT));
      of.put("figure", bar.figure());
      of.put("sentence", bar.sentence());
      of.put("figures", bar.figures());
      bars.add(of);
    }
    answer.put("bars", bars);
    answer.put("segments", losses().stream().map(GateReport::segment).toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(answer);
  }

  private static Map<String, Object> segment(SegmentLoss kind) {
    Map<String, Object> of = new LinkedHashMap<>();
    of.put("by", kind.by().name().toLowerCase(Locale.ROOT));
    of.put("name", kind.name());
    of.put("stones", kind.stones());
    of.put("mae_usd", kind.mae());
    of.put("champion_mae_usd", kind.rivalMae());
    of.put("loss_percent", kind.loss());
    of.put("loss_at_least_percent", kind.atLeast());
    of.put("p", kind.p());
    of.put("exceeds", kind.exceeds());
    return of;
  }

  private List<SegmentLoss> losses() {
    return verdict.bars().stream()
        .filter(EvenSegments.class::isInstance)
        .flatMap(bar -> ((EvenSegments) bar).losses().stream())
        .toList();
  }
}
