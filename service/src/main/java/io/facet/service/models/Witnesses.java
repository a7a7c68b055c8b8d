package io.facet.service.models;

import io.facet.valuation.stone.Diamond;
import java.util.List;

/** All that want to know what is asked: told by every route that prices a stone. */
public final class Witnesses {

  private final Witness[] all;

  public Witnesses(List<? extends Witness> all) {
    this.all = all.toArray(Witness[]::new);
  }

  public void saw(Diamond stone, double price, ServedModel by) {
    for (Witness witness : all) {
      witness.saw(stone, price, by);
    }
  }
}
