package io.facet.service.collection;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.models.AnsweringModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

@Schema(name = "CollectionSummary", description = "The collection, or a part of it, in figures.")
record SummaryAnswer(
    @Schema(description = "How many stones", example = "4999") int stones,
    @Schema(description = "What they weigh together, in carats", example = "3989.15")
        BigDecimal carats,
    @Schema(
            description =
                "What the model says they are worth together, in USD: the sum of the"
                    + " prices as shown")
        BigDecimal price,
    @Schema(description = "Those that the expert has priced") Appraised appraised,
    @Schema(description = "Those that nobody has priced yet") Unappraised unappraised,
    @JsonProperty("most_overpriced")
        @Schema(description = "Appraised the farthest above the model, in %, at most ten")
        List<Piece> mostOverpriced,
    @JsonProperty("most_underpriced")
        @Schema(description = "Appraised the farthest below the model, in %, at most ten")
        List<Piece> mostUnderpriced,
    @Schema(description = "Rows of the books that can't be diamonds, whatever is sought")
        List<Unreadable> unreadable,
    AnsweringModel model) {

  private static final int MOST = 10;

  @Schema(name = "AppraisedStones", description = "Stones that the expert has priced.")
  record Appraised(
      @Schema(example = "4989") int stones,
      @Schema(description = "The expert's prices together, in USD") BigDecimal appraised,
      @Schema(description = "The model's prices of the same stones together, in USD")
          BigDecimal price,
      @Schema(description = "How many are appraised above the model's range") int above,
      @Schema(description = "How many within it") int within,
      @Schema(description = "How many below it") int below) {

    static Appraised of(List<Piece> pieces) {
      return new Appraised(
          pieces.size(),
          sum(pieces, piece -> Objects.requireNonNull(piece.appraised())),
          sum(pieces, Piece::price),
          count(pieces, "above"),
          count(pieces, "within"),
          count(pieces, "below"));
    }

    private static int count(List<Piece> pieces, String verdict) {
      return (int)
          pieces.stream()
              .filter(piece -> Objects.requireNonNull(piece.difference()).verdict().equals(verdict))
              .count();
    }
  }

  @Schema(name = "UnappraisedStones", description = "Stones that nobody has priced yet.")
  record Unappraised(
      @Schema(example = "10") int stones,
      @Schema(description = "The model's prices of them together, in USD") BigDecimal price) {}

  static SummaryAnswer of(Holdings holdings, Sought sought) {
    List<Piece> found = sought.in(holdings);
    List<Piece> appraised = found.stream().filter(piece -> piece.difference() != null).toList();
    List<Piece> unappraised = found.stream().filter(piece -> piece.difference() == null).toList();
    return new SummaryAnswer(
        found.size(),
        sum(found, piece -> BigDecimal.valueOf(piece.stone().carat()))
            .setScale(2, RoundingMode.HALF_EVEN),
        sum(found, Piece::price),
        Appraised.of(appraised),
        new Unappraised(unappraised.size(), sum(unappraised, Piece::price)),
        farthest(appraised, "-difference_percent", 1),
        farthest(appraised, "difference_percent", -1),
        holdings.unreadable(),
        holdings.model());
  }

  private static List<Piece> farthest(List<Piece> appraised, String order, int side) {
    return appraised.stream()
        .filter(piece -> Objects.requireNonNull(piece.difference()).usd().signum() == side)
        .sorted(Order.of(order))
        .limit(MOST)
        .toList();
  }

  private static BigDecimal sum(List<Piece> pieces, Function<Piece, BigDecimal> figure) {
    return pieces.stream().map(figure).reduce(new BigDecimal("0.00"), BigDecimal::add);
  }
}
