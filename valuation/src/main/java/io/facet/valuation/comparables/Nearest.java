package io.facet.valuation.comparables;

import java.util.Arrays;

/**
 * The nearest stones found so far, nearest first. Of two equally near, the one that is nearer by
 * the second measure goes first, and after that the one that stands earlier in the collection.
 */
final class Nearest {

  private final double[] distances;
  private final double[] seconds;
  private final int[] stones;
  private int size;

  Nearest(int count) {
    this.distances = new double[count];
    this.seconds = new double[count];
    this.stones = new int[count];
  }

  /** What is farther than this needn't be offered. */
  double farthest() {
    return size < distances.length ? Double.POSITIVE_INFINITY : distances[size - 1];
  }

  void offer(double distance, double second, int stone) {
    if (size == distances.length) {
      if (!isBefore(distance, second, stone, size - 1)) {
        return;
      }
      size--;
    }
    int at = size++;
    while (at > 0 && isBefore(distance, second, stone, at - 1)) {
      put(distances[at - 1], seconds[at - 1], stones[at - 1], at);
      at--;
    }
    put(distance, second, stone, at);
  }

  private void put(double distance, double second, int stone, int at) {
    distances[at] = distance;
    seconds[at] = second;
    stones[at] = stone;
  }

  private boolean isBefore(double distance, double second, int stone, int at) {
    if (distance != distances[at]) {
      return distance < distances[at];
    }
    return second != seconds[at] ? second < seconds[at] : stone < stones[at];
  }

  int[] stones() {
    return Arrays.copyOf(stones, size);
  }
}
