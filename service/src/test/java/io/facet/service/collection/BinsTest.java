package io.facet.service.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class BinsTest {

  @Property(tries = 200)
  void every_price_lies_in_exactly_one_bin_between_its_ends(
      @ForAll @NotEmpty List<@LongRange(min = 0, max = 99_999_999_999L) Long> cents) {
    List<Piece> pieces =
        cents.stream()
            .map(price -> piece(1, BigDecimal.valueOf(price, 2).toPlainString()))
            .toList();

    List<Bins.Bin> bins = Bins.of(pieces, "price");

    assertThat(bins.stream().mapToInt(bin -> bin.pieces().size()).sum()).isEqualTo(cents.size());
    assertThat(bins)
        .allSatisfy(
            bin ->
                assertThat(bin.pieces())
                    .allMatch(piece -> isBetween(piece.price(), bin.from(), bin.to())));
    withoutGaps(bins);
  }

  @Property(tries = 200)
  void every_weight_lies_in_exactly_one_band(
      @ForAll @NotEmpty List<@DoubleRange(min = 0, minIncluded = false, max = 100) Double> carats) {
    List<Bins.Bin> bins =
        Bins.of(carats.stream().map(carat -> piece(carat, "100")).toList(), "carat");

    assertThat(bins.stream().mapToInt(bin -> bin.pieces().size()).sum()).isEqualTo(carats.size());
    withoutGaps(bins);
  }

  @Test
  void a_magic_weight_begins_a_band_and_the_heaviest_band_has_no_end() {
    List<Bins.Bin> bins = Bins.of(List.of(piece(.99, "1"), piece(1, "1"), piece(7, "1")), "carat");

    assertThat(bins.getFirst().to()).contains(new BigDecimal("1.00"));
    assertThat(bins.get(1).from()).contains(new BigDecimal("1.00"));
    assertThat(bins.get(1).pieces()).hasSize(1);
    assertThat(bins.getLast().from()).contains(new BigDecimal("5.00"));
    assertThat(bins.getLast().to()).isEmpty();
  }

  private static void withoutGaps(List<Bins.Bin> bins) {
    assertThat(IntStream.range(1, bins.size()))
        .allMatch(i -> bins.get(i).from().equals(bins.get(i - 1).to()));
    assertThat(bins.getFirst().pieces()).isNotEmpty();
    assertThat(bins.getLast().pieces()).isNotEmpty();
  }

  private static boolean isBetween(
      BigDecimal price, Optional<BigDecimal> from, Optional<BigDecimal> to) {
    return price.compareTo(from.orElseThrow()) >= 0
        && to.filter(end -> price.compareTo(end) >= 0).isEmpty();
  }

  private static Piece piece(double carat, String price) {
    return Pieces.of(1, carat, price, price, price, null);
  }
}
