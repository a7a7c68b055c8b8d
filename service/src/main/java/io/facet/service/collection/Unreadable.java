package io.facet.service.collection;

import io.facet.service.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A row of the books that can't be a stone, as it is answered. */
@Schema(name = "CollectionFault", description = "A row of the books that can't be a diamond.")
record Unreadable(
    @Schema(description = "Where it stands in the books, from 1", example = "2315") int number,
    @Schema(description = "Everything that is wrong with it") List<Problem.Fault> errors) {}
