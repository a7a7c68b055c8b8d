package io.facet.registry.artifacts;

import java.time.Instant;

/**
 * A file as it was seen in a store. Two that are equal are the same bytes, so that a file which is
 * still being written shows by differing at the second look.
 *
 * @param path its path in the store
 * @param bytes its length
 * @param writtenAt when it was last written
 * @param mark changes whenever the file is written again; its form is the store's own
 */
public record StoredFile(String path, long bytes, Instant writtenAt, String mark) {}
