package io.facet.training.pipeline;

import io.facet.training.appraisals.Appraisals;
import io.facet.training.appraisals.AppraisalsAwayException;
import io.facet.training.appraisals.SentAppraisal;
import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Feature;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What experts have sent to an API that is asked in memory and goes away on demand. */
final class ExpertsDesk implements Appraisals {

  private final Map<String, SentAppraisal> sent = new LinkedHashMap<>();
  private final Map<String, String> usedBy = new LinkedHashMap<>();
  private boolean away;

  void send(List<Appraisal> prices) {
    for (Appraisal one : prices) {
      String id = "apr_%032x".formatted(sent.size());
      sent.put(
          id,
          new SentAppraisal(
              id,
              Instant.EPOCH.plusSeconds(sent.size()),
              "tray 4, stone 12",
              written(one.stone()),
              BigDecimal.valueOf(one.price())));
    }
  }

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  /** The versions that have learned from any. */
  Set<String> users() {
    return new HashSet<>(usedBy.values());
  }

  @Override
  public List<SentAppraisal> unused() {
    requireThere();
    return sent.values().stream().filter(one -> !usedBy.containsKey(one.id())).toList();
  }

  @Override
  public void use(List<String> ids, String version) {
    requireThere();
    ids.forEach(id -> usedBy.putIfAbsent(id, version));
  }

  private void requireThere() {
    if (away) {
      throw new AppraisalsAwayException("The service doesn't answer", null);
    }
  }

  private static Map<Feature, String> written(Diamond stone) {
    Map<Feature, String> cells = new EnumMap<>(Feature.class);
    cells.put(Feature.CARAT, Double.toString(stone.carat()));
    cells.put(Feature.CUT, stone.cut().spelling());
    cells.put(Feature.COLOR, stone.color().spelling());
    cells.put(Feature.CLARITY, stone.clarity().spelling());
    cells.put(Feature.DEPTH, Double.toString(stone.depth()));
    cells.put(Feature.TABLE, Double.toString(stone.table()));
    cells.put(Feature.X, Double.toString(stone.x()));
    cells.put(Feature.Y, Double.toString(stone.y()));
    cells.put(Feature.Z, Double.toString(stone.z()));
    return cells;
  }
}
