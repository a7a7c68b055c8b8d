package io.facet.training.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What came of an inspection, for programs as JSON and for people as an HTML page. */
public final class InspectionReport {

  private InspectionReport() {}

  /** Writes {@code name.json} and {@code name.html} into {@code folder}, which may be new. */
  public static void write(Inspection inspection, Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".json"), json(inspection));
    Files.writeString(folder.resolve(name + ".html"), html(inspection));
  }

  /** A page that needs nothing else. */
  public static String html(Inspection inspection) {
    return new InspectionPage(inspection).html();
  }

  public static String json(Inspection inspection) {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("file", inspection.file());
    report.put("sha256", inspection.sha256());
    report.put("verdict", inspection.verdict().name().toLowerCase(Locale.ROOT));
    report.put("counts", counts(inspection.counts()));
    report.put("prices", inspection.prices().map(InspectionReport::prices).orElse(null));
    report.put("refused_because", findings(inspection.refusals()));
    report.put("set_aside", findings(inspection.setAside()));
    report.put("warnings", findings(inspection.warnings()));
    report.put("findings", found(inspection));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
  }

  private static Map<String, Object> counts(Counts counts) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("rows", counts.rows());
    named.put("accepted", counts.accepted());
    named.put("set_aside", counts.setAside());
    named.put("unappraised", counts.unappraised());
    named.put("duplicates", counts.duplicates());
    named.put("superseded", counts.superseded());
    return named;
  }

  private static Map<String, Object> prices(PriceLevel prices) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("stones", prices.stones());
    named.put("median_ratio", prices.medianRatio());
    named.put("held_percent", prices.heldPercent());
    return named;
  }

  private static List<Map<String, Object>> findings(List<Finding> findings) {
    return findings.stream()
        .map(
            finding -> {
              Map<String, Object> named = new LinkedHashMap<>();
              named.put("rule", finding.rule().code());
              named.put("line", finding.line());
              named.put("column", finding.column());
              named.put("value", finding.value());
              named.put("reason", finding.reason());
              return named;
            })
        .toList();
  }

  /** How often each rule is broken: all of them, also where a list above ends early. */
  private static Map<String, Long> found(Inspection inspection) {
    Map<String, Long> found = new LinkedHashMap<>();
    inspection.broken().forEach((rule, times) -> found.put(rule.code(), times));
    return found;
  }
}
