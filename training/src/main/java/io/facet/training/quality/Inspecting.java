package io.facet.training.quality;

import io.facet.training.stones.RefusedFileException;
import io.facet.training.stones.StoneFile;
import io.facet.training.stones.StoneRow;
import io.facet.training.stones.StoneTable;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Feature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** One file while it is looked at. */
final class Inspecting {

  private static final String PRICE = "price";
  private static final Set<String> READ =
      Arrays.stream(Feature.values()).map(Feature::column).collect(Collectors.toSet());
  private static final long FEW_ODD = 5;

  private final Path file;
  private final Optional<Appraiser> model;
  private final KnownStones known;
  private final Bystander watcher;

  private final Findings findings;
  private final PriceLevel.Tally prices = new PriceLevel.Tally();
  private final StoneTable accepted = new StoneTable();
  private final List<Reappraisal> reappraisals = new ArrayList<>();
  private long rows;
  private long lastLine;
  private long setAside;
  private long unappraised;
  private long duplicates;
  private long superseded;
  private long oddStones;

  Inspecting(Path file, Optional<Appraiser> model, KnownStones known, Bystander watcher) {
    this.file = file;
    this.model = model;
    this.known = known;
    this.watcher = watcher;
    this.findings = new Findings(watcher);
  }

  void columns(StoneFile stones) {
    if (!stones.has(PRICE)) {
      throw new RefusedFileException(file + " has no column price to learn from");
    }
    List<String> unread =
        stones.columns().stream()
            .map(name -> name.strip())
            .filter(name -> !isRead(name.toLowerCase(Locale.ROOT)))
            .toList();
    if (!unread.isEmpty()) {
      String names = unread.stream().limit(10).collect(Collectors.joining(", "));
      findings.add(Finding.ofFile(Rule.UNREAD_COLUMNS, "nobody reads the columns " + names));
    }
  }

  void row(StoneFile stones, StoneRow row) {
    rows++;
    lastLine = row.line();
    if (!row.problems().isEmpty()) {
      setAside++;
      Optional<Slip> slip = StoneRules.slip(stones, row);
      slip.ifPresent(findings::add);
      findings.addAll(StoneRules.bad(row, slip));
    } else if (row.price().isEmpty()) {
      unappraised++;
    } else {
      appraised(stones, row);
    }
    watcher.read(rows);
  }

  private void appraised(StoneFile stones, StoneRow row) {
    Appraisal appraisal = new Appraisal(row.stone().orElseThrow(), row.price().orElseThrow());
    Optional<JudgedPrice> judged = model.map(one -> JudgedPrice.of(one, appraisal));
    Optional<Finding> price = judged.flatMap(one -> one.finding(row.line()));
    price.ifPresent(findings::add);
    boolean bad = price.filter(one -> one.rule().severity() == Severity.SET_ASIDE).isPresent();
    if (bad) {
      setAside++;
    } else {
      List<Finding> odd = StoneRules.odd(row.line(), appraisal.stone());
      if (!odd.isEmpty()) {
        oddStones++;
        findings.addAll(odd);
        StoneRules.slip(stones, row).ifPresent(findings::add);
      }
    }
    if (bad || accept(appraisal, row.line())) {
      judged.filter(JudgedPrice::isFamiliar).ifPresent(prices::add);
    }
  }

  /** Whether {@code appraisal} says anything new. */
  private boolean accept(Appraisal appraisal, long line) {
    OptionalDouble here = accepted.price(appraisal.stone());
    OptionalDouble before = here.isPresent() ? here : known.price(appraisal.stone());
    if (before.isPresent() && before.getAsDouble() == appraisal.price()) {
      duplicates++;
      String where = here.isPresent() ? "an earlier row of this file" : "what is known already";
      findings.add(
          new Finding(Rule.DUPLICATE, line, "row", "", "repeats " + where + ", price and all"));
      return false;
    }
    before.ifPresent(
        price -> reappraised(new Appraisal(appraisal.stone(), price), appraisal, line));
    if (here.isPresent()) {
      superseded++;
    }
    accepted.put(appraisal);
    return true;
  }

  private void reappraised(Appraisal earlier, Appraisal later, long line) {
    if (reappraisals.size() < Inspection.KEPT) {
      reappraisals.add(new Reappraisal(earlier, later, line));
    }
    String reason =
        String.format(
            Locale.ROOT, "is $%,.0f now, and was $%,.0f before", later.price(), earlier.price());
    findings.add(Finding.of(Rule.REAPPRAISED, line, PRICE, later.price(), reason));
  }

  /** Everything that shows only once all rows were seen. */
  void end(StoneFile stones) throws IOException {
    if (rows == 0) {
      findings.add(
          Finding.ofFile(Rule.NO_ROWS, file.getFileName() + " holds no stone, only the header"));
      return;
    }
    if (!stones.endsWithALine()) {
      findings.add(
          new Finding(
              Rule.CUT_OFF,
              lastLine,
              "row",
              "",
              "has no end: if the file was cut off there, its last value is too short, and rows are missing"));
    }
    if (unappraised == rows) {
      findings.add(
          Finding.ofFile(
              Rule.NOTHING_APPRAISED,
              "none of %,d stones has a price: ./facet value prices such stones".formatted(rows)));
    }
    share();
    if (!prices.isEmpty()) {
      findings.addAll(prices.level().findings());
    }
    if (accepted.size() == 0 && duplicates > 0) {
      findings.add(Finding.ofFile(Rule.NOTHING_NEW, "all its appraisals are known already"));
    }
  }

  private void share() {
    double bad = counts().badPercent();
    if (Rule.TOO_MANY_BAD_ROWS.isBroken(bad)) {
      findings.add(
          Finding.ofFile(
              Rule.TOO_MANY_BAD_ROWS,
              String.format(
                  Locale.ROOT,
                  "%,d of %,d appraised rows (%.1f %%) can't be used%s",
                  setAside,
                  rows - unappraised,
                  bad,
                  findings.clue(setAside))));
    }
    long sound = rows - unappraised - setAside;
    double odd = 100.0 * oddStones / Math.max(1, sound);
    if (Rule.COLUMNS_MIXED_UP.isBroken(odd) && oddStones >= FEW_ODD) {
      findings.add(
          Finding.ofFile(
              Rule.COLUMNS_MIXED_UP,
              String.format(
                  Locale.ROOT,
                  "%,d of %,d stones (%.1f %%) have odd proportions%s",
                  oddStones,
                  sound,
                  odd,
                  findings.clue(oddStones))));
    }
  }

  void refuse(String reason) {
    findings.add(Finding.ofFile(Rule.NOT_A_STONE_FILE, reason));
  }

  Inspection outcome(String sha256) {
    return new Inspection(
        String.valueOf(file.getFileName()),
        sha256,
        counts(),
        findings.of(Severity.REFUSE_FILE),
        findings.of(Severity.SET_ASIDE),
        findings.of(Severity.WARN),
        findings.counts(),
        prices.isEmpty() ? Optional.empty() : Optional.of(prices.level()),
        accepted.appraisals(),
        reappraisals);
  }

  private Counts counts() {
    return new Counts(rows, accepted.size(), setAside, unappraised, duplicates, superseded);
  }

  private static boolean isRead(String name) {
    return name.equals(PRICE) || READ.contains(name);
  }
}
