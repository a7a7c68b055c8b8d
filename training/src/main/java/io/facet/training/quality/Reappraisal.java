package io.facet.training.quality;

import io.facet.valuation.Appraisal;

/**
 * Two prices for one stone: the later one counts.
 *
 * @param earlier what was known
 * @param later what the file says
 * @param line where it says so
 */
public record Reappraisal(Appraisal earlier, Appraisal later, long line) {}
