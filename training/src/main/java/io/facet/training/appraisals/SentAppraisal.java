package io.facet.training.appraisals;

import io.facet.valuation.stone.Feature;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * An expert's price as the service has stored it.
 *
 * @param id of the appraisal
 * @param sentAt when the service got it
 * @param reference what the expert calls the stone; empty where it was given no name
 * @param stone the nine features as they were sent: ct, grades in their trade spelling, %, mm
 * @param price USD
 */
public record SentAppraisal(
    String id, Instant sentAt, String reference, Map<Feature, String> stone, BigDecimal price) {

  public SentAppraisal {
    stone = Map.copyOf(stone);
  }
}
