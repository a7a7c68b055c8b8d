package io.facet.valuation;

/**
 * How far prices of stones from a weight upwards lie from their estimates, in log price.
 *
 * @param fromCarat first weight of the band in ct; the band ends where the next one starts
 * @param low lower end, in units of the model's spread; usually negative
 * @param high upper end, in the same units
 */
public record CaratBand(double fromCarat, double low, double high) {}
