package io.facet.training.gate;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.UnusableFolderException;
import io.facet.training.evaluation.Priced;
import io.facet.training.evaluation.PricedFile;
import io.facet.training.gate.Evidence.Incomparable;
import io.facet.training.gate.Evidence.Paired;
import io.facet.training.gate.Evidence.Unopposed;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Diamond;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the stones that a challenger and a champion can be judged by. */
final class Gathering {

  /** Fewer common stones than this say too little about which of two models is better. */
  static final int FEWEST_COMMON = 500;

  private final ModelFolder challenger;
  private final Optional<Rival> champion;

  Gathering(ModelFolder challenger, Optional<Rival> champion) {
    this.challenger = challenger;
    this.champion = champion;
  }

  Evidence evidence(List<Appraisal> gateSet) {
    List<Priced> ours = outOfFold(challenger);
    try {
      List<Appraisal> unseen = unseen(gateSet);
      return unseen.size() >= GateSet.ENOUGH ? onGateSet(unseen) : outOfFold(ours);
    } catch (UnusableFolderException | UncheckedIOException e) {
      return without("The champion can't be read: " + e.getMessage() + ".");
    }
  }

  Evidence without(String why) {
    List<Priced> ours = outOfFold(challenger);
    return new Incomparable(words(ours), ours, why);
  }

  private Evidence onGateSet(List<Appraisal> unseen) {
    String words = count(unseen.size()) + " of the gate set";
    List<Priced> ours = priced(challenger.appraiser(), unseen);
    return champion
        .<Evidence>map(
            rival ->
                new Paired(words, rival.name(), ours, priced(rival.folder().appraiser(), unseen)))
        .orElseGet(() -> new Unopposed(words, ours));
  }

  private Evidence outOfFold(List<Priced> ours) {
    if (champion.isEmpty()) {
      return new Unopposed(words(ours), ours);
    }
    Rival rival = champion.get();
    List<Priced> theirs = outOfFold(rival.folder());
    if (ours.isEmpty() || theirs.isEmpty()) {
      String who = ours.isEmpty() ? "the new model" : rival.name();
      String why =
          "The folder of %s holds no out-of-fold prices, since an earlier Facet wrote it: train it again, or decide by hand with ./facet promote."
              .formatted(who);
      return new Incomparable(words(ours), ours, why);
    }
    return common(rival.name(), ours, theirs);
  }

  /**
   * A model has one out-of-fold price for a stone, however often it was appraised; what the expert
   * says today counts for both.
   */
  private static Evidence common(String rival, List<Priced> ours, List<Priced> theirs) {
    Map<Diamond, Priced> byStone = new HashMap<>();
    theirs.forEach(one -> byStone.putIfAbsent(one.stone(), one));
    List<Priced> challenger = new ArrayList<>();
    List<Priced> champion = new ArrayList<>();
    for (Priced one : ours) {
      Priced other = byStone.get(one.stone());
      if (other != null) {
        challenger.add(one);
        champion.add(
            new Priced(one.stone(), one.appraised(), other.estimate(), other.low(), other.high()));
      }
    }
    if (challenger.size() < FEWEST_COMMON) {
      String why =
          "The new model and %s have learned from other stones (%d in common, and %d are needed), so their errors can't be compared: ./facet promote decides by hand."
              .formatted(rival, challenger.size(), FEWEST_COMMON);
      return new Incomparable(words(ours), ours, why);
    }
    return new Paired(
        count(challenger.size()) + " that both priced out of fold", rival, challenger, champion);
  }

  private static List<Priced> outOfFold(ModelFolder folder) {
    return folder
        .sealed(PricedFile.OUT_OF_FOLD)
        .map(
            content ->
                PricedFile.read(folder.path().resolve(PricedFile.OUT_OF_FOLD).toString(), content))
        .orElse(List.of());
  }

  /** Whoever trained by hand may have learned from stones that a pipeline keeps. */
  private List<Appraisal> unseen(List<Appraisal> gateSet) {
    if (gateSet.isEmpty()) {
      return gateSet;
    }
    Set<Diamond> learned = learned(challenger);
    champion.ifPresent(rival -> learned.addAll(learned(rival.folder())));
    return gateSet.stream().filter(stone -> !learned.contains(stone.stone())).toList();
  }

  private static Set<Diamond> learned(ModelFolder folder) {
    Set<Diamond> stones = new HashSet<>();
    folder
        .comparables()
        .ifPresent(known -> known.stones().forEach(stone -> stones.add(stone.stone())));
    return stones;
  }

  private static List<Priced> priced(Appraiser appraiser, List<Appraisal> stones) {
    return stones.stream()
        .map(one -> Priced.of(one.stone(), one.price(), appraiser.estimate(one.stone())))
        .toList();
  }

  private static String words(List<Priced> outOfFold) {
    return count(outOfFold.size()) + " out of fold";
  }

  private static String count(int stones) {
    return String.format(Locale.ROOT, "%,d stones", stones);
  }
}
