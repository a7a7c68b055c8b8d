package io.facet.training.pipeline;

import io.facet.registry.runs.Run;
import io.facet.training.gate.GateReport;
import io.facet.training.quality.Counts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a run, as whoever opens it in MLflow reads it first. */
final class OutcomeLog {

  private OutcomeLog() {}

  static void log(Run run, Outcome outcome) {
    run.tags(
        outcome
            .learned()
            .map(
                model ->
                    Map.of(
                        "verdict",
                        model.promoted() ? "promoted" : "challenger",
                        "reason",
                        model.reason()))
            .orElse(Map.of("verdict", "nothing new to learn")));
    run.metrics(metrics(outcome));
    run.describe(markdown(outcome));
  }

  private static Map<String, Double> metrics(Outcome outcome) {
    List<Counts> counts =
        outcome.received().stream()
            .flatMap(file -> file.inspection().stream())
            .map(inspection -> inspection.counts())
            .toList();
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("files", (double) outcome.received().size());
    metrics.put(
        "files_refused",
        (double) outcome.received().stream().filter(file -> !file.receipt().isAccepted()).count());
    metrics.put("rows", (double) counts.stream().mapToLong(Counts::rows).sum());
    metrics.put("rows_accepted", (double) counts.stream().mapToLong(Counts::accepted).sum());
    metrics.put("rows_set_aside", (double) counts.stream().mapToLong(Counts::setAside).sum());
    metrics.put("appraisals_to_learn_from", (double) outcome.stones());
    metrics.put("appraisals_to_judge_by", (double) outcome.judging());
    outcome
        .steps()
        .forEach(step -> metrics.put("seconds/" + step.words().replace(' ', '_'), step.seconds()));
    return metrics;
  }

  private static String markdown(Outcome outcome) {
    StringBuilder text = new StringBuilder();
    text.append(
        outcome
            .learned()
            .map(
                model ->
                    model
                        .report()
                        .map(GateReport::headline)
                        .orElseGet(() -> sentence(model.reason())))
            .orElse("Nothing new to learn: the champion stays."));
    text.append(
        String.format(
            Locale.ROOT,
            "\n\n%,d appraisals to learn from, %,d kept to judge by.\n",
            outcome.stones(),
            outcome.judging()));
    if (!outcome.received().isEmpty()) {
      text.append("\n| file | | rows | taken | set aside |\n|---|---|---|---|---|\n");
      outcome.received().forEach(file -> text.append(row(file)));
    }
    text.append("\n| step | seconds |\n|---|---|\n");
    outcome
        .steps()
        .forEach(
            step ->
                text.append(
                    String.format(Locale.ROOT, "| %s | %.1f |\n", step.words(), step.seconds())));
    return text.toString();
  }

  private static String row(Received file) {
    String name = file.name().replace("|", "\\|");
    boolean accepted = file.receipt().isAccepted();
    return file.inspection()
        .map(
            inspection ->
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %,d | %,d |\n",
                    name,
                    accepted ? "accepted" : "**refused**",
                    inspection.counts().rows(),
                    accepted ? inspection.counts().accepted() : 0,
                    inspection.counts().setAside()))
        .orElse("| %s | %s | | | |\n".formatted(name, accepted ? "known" : "**refused**"));
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }
}
