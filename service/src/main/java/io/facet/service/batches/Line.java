package io.facet.service.batches;

import io.facet.service.stones.NamedStone;
import java.util.List;
import java.util.function.Supplier;

/**
 * One stone of a batch, not yet looked at.
 *
 * @param number where it stands in what was sent, from 1
 * @param cells what else its row holds, to be answered with it; empty where there are no rows
 * @param stone what it says, or the problem that names all that is wrong with it
 */
record Line(long number, List<String> cells, Supplier<NamedStone> stone) {}
