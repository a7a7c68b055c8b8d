package io.facet.service.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.models.AnsweringModel;
import io.facet.valuation.stone.Grade;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "CollectionDistribution",
    description = "How many stones of the collection, or of a part of it, there are of each kind.")
record DistributionAnswer(
    @Schema(
            description = "What the bins are made by",
            allowableValues = {"carat", "price", "color", "clarity", "cut"},
            example = "carat")
        String by,
    @Schema(
            description =
                "In order. Every grade, the worst first; of weights and prices all bins from the"
                    + " first to the last one that holds a stone")
        List<Bin> bins,
    AnsweringModel model) {

  @Schema(name = "CollectionBin", description = "The stones of one kind.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Bin(
      @Schema(description = "The grade; left out where bins are none", example = "VS1")
          @Nullable String grade,
      @Schema(
              description = "The least weight in carats or price in USD that belongs to it",
              example = "0.70")
          @Nullable BigDecimal from,
      @Schema(
              description = "The least one that no longer does; left out for the last bin of all",
              example = "0.90")
          @Nullable BigDecimal to,
      @Schema(description = "How many stones", example = "312") int stones,
      @Schema(description = "What the model says they are worth together, in USD") BigDecimal price,
      @JsonProperty("median_price")
          @Schema(description = "The model's price in the middle, in USD; left out of an empty bin")
          @Nullable BigDecimal medianPrice,
      @Schema(description = "Those of them that the expert has priced") Appraised appraised) {

    private static Bin of(Bins.Bin bin) {
      return new Bin(
          bin.grade().map(Grade::spelling).orElse(null),
          bin.from().orElse(null),
          bin.to().orElse(null),
          bin.pieces().size(),
          sum(bin.pieces(), Piece::price),
          median(bin.pieces(), Piece::price),
          Appraised.of(bin.pieces().stream().filter(piece -> piece.appraised() != null).toList()));
    }
  }

  @Schema(
      name = "AppraisedBin",
      description = "Stones of one kind that the expert has priced, by him and by the model.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Appraised(
      @Schema(example = "310") int stones,
      @Schema(description = "The expert's prices together, in USD") BigDecimal appraised,
      @JsonProperty("median_appraised")
          @Schema(
              description = "The expert's price in the middle, in USD; left out of an empty bin")
          @Nullable BigDecimal medianAppraised,
      @Schema(description = "The model's prices of the same stones together, in USD")
          BigDecimal price,
      @JsonProperty("median_price")
          @Schema(description = "The model's price in the middle, in USD; left out of an empty bin")
          @Nullable BigDecimal medianPrice) {

    private static Appraised of(List<Piece> pieces) {
      Function<Piece, BigDecimal> expert = piece -> Objects.requireNonNull(piece.appraised());
      return new Appraised(
          pieces.size(),
          sum(pieces, expert),
          median(pieces, expert),
          sum(pieces, Piece::price),
          median(pieces, Piece::price));
    }
  }

  static DistributionAnswer of(Holdings holdings, Sought sought, String by) {
    return new DistributionAnswer(
        by, Bins.of(sought.in(holdings), by).stream().map(Bin::of).toList(), holdings.model());
  }

  private static BigDecimal sum(List<Piece> pieces, Function<Piece, BigDecimal> figure) {
    return pieces.stream().map(figure).reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  private static @Nullable BigDecimal median(
      List<Piece> pieces, Function<Piece, BigDecimal> figure) {
    List<BigDecimal> sorted = pieces.stream().map(figure).sorted().toList();
    int middle = sorted.size() / 2;
    if (sorted.isEmpty()) {
      return null;
    }
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted
            .get(middle - 1)
            .add(sorted.get(middle))
            .divide(BigDecimal.TWO, 2, RoundingMode.HALF_EVEN);
  }
}
