package io.facet.training.gate;

import io.facet.training.evaluation.Figures;
import io.facet.training.evaluation.Priced;
import io.facet.training.evaluation.Segmentation;
import io.facet.training.gate.Evidence.Incomparable;
import io.facet.training.gate.Evidence.Paired;
import io.facet.training.gate.Evidence.Unopposed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * No kind of stone pays for the others: nowhere does the challenger err more than 5 % more than the
 * champion, by more than chance.
 *
 * @param losses of each kind of {@value #FEWEST} stones or more
 */
public record EvenSegments(List<SegmentLoss> losses) implements Bar {

  static final String NAME = "no kind worse";

  /** A kind of stone with fewer is not judged. */
  public static final int FEWEST = 100;

  /** How much more the challenger may err, in %. */
  public static final double ALLOWED = 5;

  private static final List<Segmentation> SEGMENTATIONS =
      List.of(Segmentation.WEIGHT, Segmentation.COLOR, Segmentation.CLARITY, Segmentation.CUT);

  public EvenSegments {
    losses = List.copyOf(losses);
  }

  /** A kind before it is held against the others. */
  private record Asked(
      Segmentation by,
      String name,
      List<Priced> challenger,
      List<Priced> champion,
      PairedBootstrap loss) {

    SegmentLoss judged(double level, double p) {
      double mae = Figures.of(challenger).mae();
      double rivalMae = Figures.of(champion).mae();
      return new SegmentLoss(
          by,
          name,
          challenger.size(),
          mae,
          rivalMae,
          percentMore(mae, rivalMae),
          loss.quantile(level),
          p);
    }
  }

  static Bar bar(Evidence evidence) {
    return switch (evidence) {
      case Unopposed none -> Unjudged.unopposed(NAME);
      case Incomparable none ->
          new Unjudged(NAME, Standing.NOT_ASKED, "The two could not be compared.");
      case Paired paired -> of(paired);
    };
  }

  static EvenSegments of(Paired paired) {
    List<Asked> asked = new ArrayList<>();
    for (Segmentation by : SEGMENTATIONS) {
      Map<String, List<Priced>> theirs = by.split(paired.champion());
      by.split(paired.challenger())
          .forEach(
              (name, ours) -> {
                if (ours.size() >= FEWEST) {
                  List<Priced> rivals = theirs.getOrDefault(name, List.of());
                  PairedBootstrap loss =
                      PairedBootstrap.of(ours, rivals, EvenSegments::percentMore);
                  asked.add(new Asked(by, name, ours, rivals, loss));
                }
              });
    }
    double[] ps = asked.stream().mapToDouble(kind -> kind.loss().orLess(ALLOWED)).toArray();
    double[] adjusted = Holm.adjusted(ps);
    double[] levels = Holm.levels(ps, 1 - LowerError.CONFIDENCE);
    List<SegmentLoss> losses = new ArrayList<>();
    for (int i = 0; i < ps.length; i++) {
      losses.add(asked.get(i).judged(levels[i], adjusted[i]));
    }
    return new EvenSegments(losses);
  }

  private static double percentMore(double mae, double rivalMae) {
    if (rivalMae == 0) {
      return mae == 0 ? 0 : Double.MAX_VALUE;
    }
    return 100 * (mae / rivalMae - 1);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Standing standing() {
    return Standing.of(losses.stream().noneMatch(SegmentLoss::exceeds));
  }

  @Override
  public String figure() {
    return worst()
        .map(
            kind ->
                String.format(
                    Locale.ROOT,
                    "worst: %s, %+.1f %% (95 %%: above %+.1f)",
                    kind.words(),
                    kind.loss(),
                    kind.atLeast()))
        .orElse("");
  }

  @Override
  public String sentence() {
    if (losses.isEmpty()) {
      return "No kind of stone has the %d stones that it takes.".formatted(FEWEST);
    }
    String exceeding =
        losses.stream()
            .filter(SegmentLoss::exceeds)
            .map(SegmentLoss::words)
            .collect(Collectors.joining(", "));
    return exceeding.isEmpty()
        ? "On none of %d kinds of stone is it worse by more than %.0f %%, chance allowed for."
            .formatted(losses.size(), ALLOWED)
        : "It is worse by more than %.0f %%, and not by chance, on: %s."
            .formatted(ALLOWED, exceeding);
  }

  @Override
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("segments", (double) losses.size());
    figures.put("segments_worse", (double) losses.stream().filter(SegmentLoss::exceeds).count());
    worst()
        .ifPresent(
            kind -> {
              figures.put("worst_loss_percent", kind.loss());
              figures.put("worst_loss_at_least_percent", kind.atLeast());
            });
    return figures;
  }

  private Optional<SegmentLoss> worst() {
    return losses.stream()
        .min(
            Comparator.comparingDouble(SegmentLoss::p)
                .thenComparing(Comparator.comparingDouble(SegmentLoss::loss).reversed()));
  }
}
