package io.facet.training.speed;

/**
 * How long one stone takes.
 *
 * @param micros mean time in µs
 * @param error half the width of its 99.9 % confidence interval in µs, over all iterations
 * @param bytes allocated on the Java heap; memory that a native library takes isn't counted
 */
public record Measured(double micros, double error, double bytes) {

  /** How many times as long as {@code other} this takes. */
  public double times(Measured other) {
    return micros / other.micros;
  }
}
