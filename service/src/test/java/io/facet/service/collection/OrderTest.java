package io.facet.service.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final Piece DEAR_AND_SURE = Pieces.of(1, 2, "20000", "18000", "22000", null);
  private static final Piece CHEAP_AND_UNSURE = Pieces.of(2, .3, "400", "250", "640", null);
  private static final Piece WORTHLESS = Pieces.of(3, .01, "0.00", "0.00", "0.01", null);

  @Test
  void the_model_is_least_sure_where_its_range_is_widest_for_its_price() {
    assertThat(sorted("-uncertainty")).containsExactly(2, 1, 3);
    assertThat(sorted("uncertainty")).containsExactly(3, 1, 2);
  }

  @Test
  void every_order_sorts_a_stone_that_is_worth_less_than_a_cent() {
    assertThat(Order.names()).hasSize(16).allSatisfy(name -> assertThat(sorted(name)).hasSize(3));
  }

  private static List<Integer> sorted(String order) {
    return Stream.of(DEAR_AND_SURE, CHEAP_AND_UNSURE, WORTHLESS)
        .sorted(Order.of(order))
        .map(Piece::number)
        .toList();
  }
}
