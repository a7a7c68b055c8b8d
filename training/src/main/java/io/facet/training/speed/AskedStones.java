package io.facet.training.speed;

import io.facet.registry.folder.ModelFolder;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.Comparables;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stones that every benchmark asks a model about, in this order. */
final class AskedStones {

  private static final double[] CARATS = {.3, .5, .7, 1, 1.5, 2};

  private AskedStones() {}

  /**
   * Those that the model carries; for a folder without any, its reference stone in every cut, color
   * and clarity, smaller and larger.
   */
  static List<Diamond> of(ModelFolder model) {
    Optional<Comparables> comparables = model.comparables();
    return comparables.isPresent()
        ? comparables.get().stones().stream().map(Appraisal::stone).toList()
        : grid(model.appraiser().reference().stone());
  }

  private static List<Diamond> grid(Diamond like) {
    List<Diamond> stones = new ArrayList<>();
    for (double carat : CARATS) {
      double larger = Math.cbrt(carat / like.carat());
      for (Cut cut : Cut.values()) {
        for (Color color : Color.values()) {
          for (Clarity clarity : Clarity.values()) {
            stones.add(
                new Diamond(
                    carat,
                    cut,
                    color,
                    clarity,
                    like.depth(),
                    like.table(),
                    like.x() * larger,
                    like.y() * larger,
                    like.z() * larger));
          }
        }
      }
    }
    return stones;
  }
}
