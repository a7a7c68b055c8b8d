package io.facet.training.quality;

/** Is told what an inspection comes across while it goes on, and keeps what it likes. */
public interface Bystander {

  Bystander NONE = new Bystander() {};

  /** How many rows were read so far; told after each. */
  default void read(long rows) {}

  /** Every finding, also those that an {@link Inspection} counts without keeping them. */
  default void found(Finding finding) {}
}
