package io.facet.valuation.nearby;

import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import io.facet.valuation.stone.ImpossibleStoneException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stones one step away from an asked one: at the magic weights next to it, in the same
 * proportions, and one grade down and up in color, clarity and cut.
 */
public final class NearbyStones {

  private final Appraiser appraiser;
  private final Diamond asked;
  private final List<NearbyStone> found = new ArrayList<>();

  private NearbyStones(Appraiser appraiser, Diamond asked) {
    this.appraiser = appraiser;
    this.asked = asked;
  }

  /**
   * Prices what lies around {@code asked}, in the order of the factors, the lesser stone first. The
   * best grade has nothing above it, the worst nothing below; a stone lighter than every magic
   * weight has none below, a heavier one none above.
   */
  public static List<NearbyStone> of(Appraiser appraiser, Diamond asked) {
    NearbyStones nearby = new NearbyStones(appraiser, asked);
    nearby.weights();
    nearby.grades();
    return nearby.found;
  }

  private void weights() {
    MagicWeights.below(asked.carat()).ifPresent(carat -> weight(carat, false));
    MagicWeights.above(asked.carat()).ifPresent(carat -> weight(carat, true));
  }

  private void weight(double carat, boolean better) {
    scaled(carat).ifPresent(stone -> add(Factor.CARAT, better, stone));
  }

  /**
   * The asked stone at another weight, its dimensions as fine as they can be shown; empty where the
   * asked one is so odd that rounding takes it beyond what can be a diamond.
   */
  private Optional<Diamond> scaled(double carat) {
    double by = Math.cbrt(carat / asked.carat());
    try {
      return Optional.of(
          new Diamond(
              carat,
              asked.cut(),
              asked.color(),
              asked.clarity(),
              asked.depth(),
              asked.table(),
              thousandths(asked.x() * by),
              thousandths(asked.y() * by),
              thousandths(asked.z() * by)));
    } catch (ImpossibleStoneException e) {
      return Optional.empty();
    }
  }

  private static double thousandths(double millimetres) {
    return Math.rint(1000 * millimetres) / 1000;
  }

  private void grades() {
    for (boolean better : new boolean[] {false, true}) {
      next(Color.values(), asked.color(), better)
          .ifPresent(
              color -> add(Factor.COLOR, better, graded(asked.cut(), color, asked.clarity())));
    }
    for (boolean better : new boolean[] {false, true}) {
      next(Clarity.values(), asked.clarity(), better)
          .ifPresent(
              clarity -> add(Factor.CLARITY, better, graded(asked.cut(), asked.color(), clarity)));
    }
    for (boolean better : new boolean[] {false, true}) {
      next(Cut.values(), asked.cut(), better)
          .ifPresent(cut -> add(Factor.CUT, better, graded(cut, asked.color(), asked.clarity())));
    }
  }

  private static <G extends Enum<G>> Optional<G> next(G[] worstFirst, G grade, boolean better) {
    int at = grade.ordinal() + (better ? 1 : -1);
    return at >= 0 && at < worstFirst.length ? Optional.of(worstFirst[at]) : Optional.empty();
  }

  private Diamond graded(Cut cut, Color color, Clarity clarity) {
    return new Diamond(
        asked.carat(),
        cut,
        color,
        clarity,
        asked.depth(),
        asked.table(),
        asked.x(),
        asked.y(),
        asked.z());
  }

  private void add(Factor factor, boolean better, Diamond stone) {
    found.add(new NearbyStone(factor, better, stone, appraiser.estimate(stone)));
  }
}
