package io.facet.service.collection;

import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Grade;
import io.facet.valuation.stone.WeightBands;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Sorts stones into bins, by one of five things about them. */
final class Bins {

  static final List<String> NAMES = List.of("carat", "price", "color", "clarity", "cut");

  /** ISO 3: each a quarter above the one before, and round. */
  private static final List<BigDecimal> PREFERRED =
      IntStream.of(100, 125, 160, 200, 250, 315, 400, 500, 630, 800)
          .mapToObj(BigDecimal::valueOf)
          .toList();

  private static final int TENFOLDS = 8;

  private Bins() {}

  /**
   * Stones of one kind.
   *
   * @param grade which they have, where the bins are grades
   * @param from the least figure that belongs to it, where they are none
   * @param to the least figure that no longer does; empty for the last bin
   */
  record Bin(
      Optional<Grade> grade,
      Optional<BigDecimal> from,
      Optional<BigDecimal> to,
      List<Piece> pieces) {}

  /** The bins of {@code pieces}: every grade, or all bins from the first to the last filled one. */
  static List<Bin> of(List<Piece> pieces, String by) {
    return switch (by) {
      case "cut" -> grades(Cut.values(), pieces, piece -> piece.stone().cut());
      case "color" -> grades(Color.values(), pieces, piece -> piece.stone().color());
      case "clarity" -> grades(Clarity.values(), pieces, piece -> piece.stone().clarity());
      case "price" -> spans(prices(), pieces, Piece::price);
      default -> spans(weights(), pieces, piece -> BigDecimal.valueOf(piece.stone().carat()));
    };
  }

  private static List<Bin> grades(
      Grade[] grades, List<Piece> pieces, Function<Piece, String> spelling) {
    return Arrays.stream(grades)
        .map(
            grade ->
                new Bin(
                    Optional.of(grade),
                    Optional.empty(),
                    Optional.empty(),
                    pieces.stream()
                        .filter(piece -> spelling.apply(piece).equals(grade.spelling()))
                        .toList()))
        .toList();
  }

  private static List<Bin> spans(
      List<BigDecimal> starts, List<Piece> pieces, Function<Piece, BigDecimal> figure) {
    NavigableMap<BigDecimal, List<Piece>> filled = new TreeMap<>();
    starts.forEach(start -> filled.put(start, new ArrayList<>()));
    pieces.forEach(
        piece ->
            Objects.requireNonNull(filled.floorEntry(figure.apply(piece))).getValue().add(piece));
    while (!filled.isEmpty() && filled.firstEntry().getValue().isEmpty()) {
      filled.pollFirstEntry();
    }
    while (!filled.isEmpty() && filled.lastEntry().getValue().isEmpty()) {
      filled.pollLastEntry();
    }
    return filled.entrySet().stream()
        .map(
            bin ->
                new Bin(
                    Optional.empty(),
                    Optional.of(bin.getKey()),
                    starts.stream().filter(start -> start.compareTo(bin.getKey()) > 0).findFirst(),
                    bin.getValue()))
        .toList();
  }

  private static List<BigDecimal> weights() {
    List<BigDecimal> starts = new ArrayList<>(List.of(BigDecimal.ZERO));
    Arrays.stream(WeightBands.starts())
        .mapToObj(start -> BigDecimal.valueOf(start).setScale(2))
        .forEach(starts::add);
    return starts;
  }

  private static List<BigDecimal> prices() {
    List<BigDecimal> starts = new ArrayList<>(List.of(BigDecimal.ZERO));
    for (int tenfold = 0; tenfold < TENFOLDS; tenfold++) {
      for (BigDecimal preferred : PREFERRED) {
        starts.add(preferred.scaleByPowerOfTen(tenfold).setScale(0));
      }
    }
    return starts;
  }
}
