package io.facet.training.stones;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StoneTableTest {

  @Property(tries = 100)
  void it_answers_as_a_map_in_the_order_of_its_stones_does(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int different) {
    List<Diamond> stones = Stones.random(different, seed);
    Random random = new Random(seed);
    Map<Diamond, Double> map = new LinkedHashMap<>();
    StoneTable table = new StoneTable();

    for (int i = 0; i < 500; i++) {
      Appraisal one = new Appraisal(stones.get(random.nextInt(different)), 1 + random.nextInt(9));
      map.put(one.stone(), one.price());
      table.put(one);
    }

    assertThat(table.size()).isEqualTo(map.size());
    assertThat(table.appraisals()).isEqualTo(appraisals(map));
    assertThat(stones)
        .allSatisfy(
            stone -> {
              assertThat(table.has(stone)).isEqualTo(map.containsKey(stone));
              assertThat(table.price(stone).stream().boxed().toList())
                  .isEqualTo(map.containsKey(stone) ? List.of(map.get(stone)) : List.of());
            });
  }

  @Test
  void many_stones_move_to_a_file_and_none_is_lost() {
    List<Diamond> stones = Stones.random(40_000, 5);
    Map<Diamond, Double> map = new LinkedHashMap<>();
    StoneTable table = new StoneTable();

    for (int i = 0; i < stones.size(); i++) {
      map.put(stones.get(i), 1.0 + i);
      table.put(new Appraisal(stones.get(i), 1.0 + i));
    }

    assertThat(table.appraisals()).isEqualTo(appraisals(map));
  }

  private static List<Appraisal> appraisals(Map<Diamond, Double> prices) {
    List<Appraisal> appraisals = new ArrayList<>();
    prices.forEach((stone, price) -> appraisals.add(new Appraisal(stone, price)));
    return appraisals;
  }
}
