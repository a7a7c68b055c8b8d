package io.facet.training.speed;

import java.util.List;

/** One after the other, and from the start again: a stone that comes back at once is no work. */
final class Turn<T> {

  private final List<T> all;
  private int next;

  Turn(List<T> all) {
    this.all = List.copyOf(all);
  }

  T next() {
    T one = all.get(next);
    next = next + 1 == all.size() ? 0 : next + 1;
    return one;
  }
}
