package io.facet.training.drift;

/** Mean and standard deviation of numbers that pass by once (Welford, 1962). */
final class Moments {

  private long count;
  private double mean;
  private double squares;

  void add(double value) {
    count++;
    double off = value - mean;
    mean += off / count;
    squares += off * (value - mean);
  }

  long count() {
    return count;
  }

  /** 0 where there are none. */
  double mean() {
    return mean;
  }

  /** 0 where there are fewer than two. */
  double deviation() {
    return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
  }
}
