package io.facet.training.stones;

/**
 * One reason why a row is not learned from.
 *
 * @param file where the row stands
 * @param line its first line, counted from 1
 * @param column what is wrong, or {@code row}
 * @param value what stands there
 * @param problem what is wrong with it
 */
public record SetAside(String file, long line, String column, String value, String problem) {}
