package io.facet.service.models;

import io.facet.valuation.stone.Diamond;

/** Is told each stone that was priced for a caller, who waits: so it must be quick and not fail. */
public interface Witness {

  /**
   * A stone was priced.
   *
   * @param price USD
   * @param by the model that named it
   */
  void saw(Diamond stone, double price, ServedModel by);
}
