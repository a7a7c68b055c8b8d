package io.facet.service.comparables;

import io.facet.service.models.AnsweringModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(name = "SimilarStones", description = "Real stones close to the asked one.")
record SimilarAnswer(
    @Schema(
            description =
                "The closest first; with strict the closest weight first. May be empty with strict")
        List<ComparableAnswer> comparables,
    @Schema(description = "How many appraised stones were searched", example = "4985") int searched,
    AnsweringModel model) {}
