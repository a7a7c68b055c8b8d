package io.facet.training.selection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a sweep compared, which family it chose and why.
 *
 * @param winner name of the chosen family
 * @param reason in one sentence
 * @param candidates the simplest first
 */
public record SweepReport(String winner, String reason, List<Candidate> candidates) {

  private static final String NAME = "sweep.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  public SweepReport {
    candidates = List.copyOf(candidates);
  }

  /**
   * Chooses the simplest family that no other beats by more than chance. The one that errs least is
   * beaten by none, so there always is one.
   *
   * @param candidates the simplest first
   */
  static SweepReport choose(List<Candidate> candidates) {
    Candidate winner =
        candidates.stream()
            .filter(
                candidate ->
                    candidates.stream().noneMatch(other -> other.minus(candidate).firstIsBetter()))
            .findFirst()
            .orElseThrow();
    return new SweepReport(winner.family(), reason(winner, candidates), candidates);
  }

  private static String reason(Candidate winner, List<Candidate> candidates) {
    int place = candidates.indexOf(winner);
    List<Candidate> simpler = candidates.subList(0, place);
    List<Candidate> others = candidates.subList(place + 1, candidates.size());
    String start = winner.family() + " is the simplest family that none beats by more than chance";
    Optional<Candidate> closest =
        others.stream().min((a, b) -> Double.compare(a.minus(winner).usd(), b.minus(winner).usd()));
    String ahead = simpler.isEmpty() ? "" : ": each simpler one (" + names(simpler) + ") is beaten";
    return start
        + ahead
        + closest
            .map(
                rival -> {
                  Difference difference = rival.minus(winner);
                  return String.format(
                      Locale.ROOT,
                      "%s of the more complex ones %s comes closest, with %.2f USD %s (p = %.3f).",
                      simpler.isEmpty() ? ":" : ", and",
                      rival.family(),
                      Math.abs(difference.usd()),
                      difference.usd() < 0 ? "less" : "more",
                      difference.p());
                })
            .orElse(simpler.isEmpty() ? "." : ", and there is no more complex one.");
  }

  private static String names(List<Candidate> candidates) {
    return String.join(", ", candidates.stream().map(Candidate::family).toList());
  }

  /** The table as people read it, in Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder("# How the family was chosen\n\n");
    text.append(reason).append("\n\n");
    text.append(
        "| family | MAE $ | MAPE % | R² | folds | MAE against the winner | p | seconds |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    rows().forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
    return text.append(
            """

            Figures are out of fold, on the same folds for all. Differences are means over all folds
            that both families have, their p from the corrected resampled t-test of Nadeau and Bengio
            (2003): a difference below p = .05 counts as more than chance.
            """)
        .toString();
  }

  /** The table cell by cell, a row a family. */
  public List<List<String>> rows() {
    Candidate best =
        candidates.stream()
            .filter(candidate -> candidate.family().equals(winner))
            .findFirst()
            .orElseThrow();
    return candidates.stream()
        .map(
            candidate -> {
              Difference difference = candidate.minus(best);
              boolean itself = candidate.equals(best);
              return List.of(
                  candidate.family(),
                  number("%.2f", candidate.mae()),
                  number("%.2f", candidate.metrics().getOrDefault("mape_percent", Double.NaN)),
                  number("%.4f", candidate.metrics().getOrDefault("r2", Double.NaN)),
                  Integer.toString(candidate.foldMaes().size()),
                  itself ? "chosen" : number("%+.2f", difference.usd()),
                  itself ? "" : number("%.4f", difference.p()),
                  number("%.0f", candidate.seconds()));
            })
        .toList();
  }

  /** Writes it into {@code folder} for programs and for people. */
  public void write(Path folder) throws IOException {
    Files.write(
        folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    Files.writeString(folder.resolve("sweep.md"), markdown());
  }

  /** What a sweep left in {@code folder}, if there was one. */
  public static Optional<SweepReport> in(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), SweepReport.class));
    } catch (JacksonException e) {
      throw new UncheckedIOException(
          new IOException(file + " is not what it should be: " + e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
