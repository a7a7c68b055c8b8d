package io.facet.service.collection;

import io.facet.service.models.AnsweringModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;

@Schema(name = "CollectionPage", description = "Some stones of the collection.")
record CollectionAnswer(
    List<Piece> data,
    @Schema(description = "How many stones were sought and found in all", example = "312")
        int total,
    @Schema(description = "How many of them come before the first one here", example = "0")
        int offset,
    AnsweringModel model) {

  static CollectionAnswer of(
      Holdings holdings, Sought sought, Comparator<Piece> order, int offset, int limit) {
    List<Piece> found = sought.in(holdings);
    return new CollectionAnswer(
        found.stream().sorted(order).skip(offset).limit(limit).toList(),
        found.size(),
        offset,
        holdings.model());
  }
}
