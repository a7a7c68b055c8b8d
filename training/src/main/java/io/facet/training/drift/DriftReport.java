package io.facet.training.drift;

import io.facet.registry.profile.Level;
import io.facet.training.page.Page;
import io.facet.training.plots.Shares;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A drift to read: as a page with plots, as a table of at most 100 columns, for programs.
 *
 * @param batch what was looked at, such as the name of a file
 * @param model what it was held against, in words
 * @param at when
 * @param drift the drift
 */
public record DriftReport(String batch, String model, Instant at, Drift drift) {

  private static final int WORDS = 56;

  /** The table. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-20s %6s %7s  %-8s %s%n",
            "",
            "PSI",
            "chance",
            "drift",
            "what has changed most"));
    for (Shift shift : drift.shifts()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-20s %6.3f %7.3f  %-8s %s%n",
              shift.words(),
              shift.psi(),
              shift.chanceReaches(),
              shift.level().words(),
              cut(shift.change())));
    }
    text.append('\n');
    drift.prices().ifPresent(shift -> text.append(shift.sentence()).append('\n'));
    return text.append(drift.sentence()).append('\n').toString();
  }

  private static String cut(String words) {
    return words.length() <= WORDS ? words : words.substring(0, WORDS - 1) + "…";
  }

  /** One page with a plot for everything that may move. */
  public String html() {
    Page page = new Page("Drift: " + batch);
    page.verdict(drift.sentence(), drift.level() == Level.NONE);
    page.paragraph(
        String.format(
            Locale.ROOT, "%,d stones, held against %s, at %s.", drift.stones(), model, at));
    drift.prices().map(PriceShift::sentence).ifPresent(page::paragraph);
    page.table(
        List.of("", "PSI", "by chance", "chance reaches", "drift", "what has changed most"),
        drift.shifts().stream().map(DriftReport::row).toList(),
        drift.shifts().stream()
            .filter(shift -> shift.level() != Level.NONE)
            .map(Shift::words)
            .toList());
    page.paragraph(
        String.format(
            Locale.ROOT,
            "The population stability index (PSI) of a batch is above 0 even where nothing has moved; \"by chance\" is its average then, and in 999 of 1,000 batches it stays below \"chance reaches\". Only what lies beyond that counts: a warning where the index exceeds its average by %.2f, an alarm by %.2f. Prices: a warning where even the nearer end of the interval is %.0f %%, an alarm at %.0f %%.",
            Level.PSI_OF_WARNING,
            Level.PSI_OF_ALARM,
            PriceShift.WARNING,
            PriceShift.ALARM));
    drift.shifts().forEach(shift -> picture(page, shift));
    return page.html();
  }

  private static void picture(Page page, Shift shift) {
    String title =
        String.format(
            Locale.ROOT,
            "%s: PSI %.3f, drift: %s",
            Character.toUpperCase(shift.words().charAt(0)) + shift.words().substring(1),
            shift.psi(),
            shift.level().words());
    page.picture(
        Shares.png(
            title, shift.learned().labels(), shift.learned().percents(), shift.batch().percents()),
        title + ". " + shift.change());
  }

  private static List<String> row(Shift shift) {
    return List.of(
        shift.words(),
        String.format(Locale.ROOT, "%.3f", shift.psi()),
        String.format(Locale.ROOT, "%.3f", shift.byChance()),
        String.format(Locale.ROOT, "%.3f", shift.chanceReaches()),
        shift.level().words(),
        shift.change());
  }

  /** For programs. */
  public String json() {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("verdict", word());
    answer.put("judged", drift.judged());
    answer.put("sentence", drift.sentence());
    answer.put("batch", batch);
    answer.put("model", model);
    answer.put("at", at.toString());
    answer.put("stones", drift.stones());
    Map<String, Object> shifts = new LinkedHashMap<>();
    drift.shifts().forEach(shift -> shifts.put(shift.name(), json(shift)));
    answer.put("psi", shifts);
    answer.put("prices", drift.prices().map(DriftReport::json).orElse(null));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(answer);
  }

  private static Map<String, Object> json(Shift shift) {
    Map<String, Object> of = new LinkedHashMap<>();
    of.put("psi", shift.psi());
    of.put("by_chance", shift.byChance());
    of.put("chance_reaches", shift.chanceReaches());
    of.put("verdict", shift.level().label());
    of.put("bins", shift.learned().labels());
    of.put("learned", shift.learned().counts());
    of.put("here", shift.batch().counts());
    return of;
  }

  private static Map<String, Object> json(PriceShift shift) {
    Map<String, Object> of = new LinkedHashMap<>();
    of.put("stones", shift.stones());
    of.put("shift_percent", shift.percent());
    of.put("low_percent", shift.low());
    of.put("high_percent", shift.high());
    of.put("p", shift.p());
    of.put("verdict", shift.level().label());
    return of;
  }

  /** The verdict in a word: {@code none}, {@code warning} or {@code alarm}. */
  String word() {
    return drift.level().label();
  }
}
