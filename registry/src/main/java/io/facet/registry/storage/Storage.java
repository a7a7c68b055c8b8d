package io.facet.registry.storage;

import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.leases.Leases;

/**
 * A place that keeps files.
 *
 * @param address where it is, as people write it
 * @param files what lies there
 * @param leases who may work there alone; they lie there too, under {@code leases/}
 */
public record Storage(String address, ObjectStore files, Leases leases) {}
