package io.facet.training.quality;

/**
 * What became of the rows of one file; all but the first add up to it.
 *
 * @param rows in the file, or as far as it could be read
 * @param accepted sound, new and the newest of their stone
 * @param setAside something is wrong with them
 * @param unappraised nobody has priced them
 * @param duplicates they repeat a known appraisal, price and all
 * @param superseded the same file has a newer price of the same stone
 */
public record Counts(
    long rows, long accepted, long setAside, long unappraised, long duplicates, long superseded) {

  /** The share of the appraised rows that were set aside, in %. */
  public double badPercent() {
    return 100.0 * setAside / Math.max(1, rows - unappraised);
  }
}
