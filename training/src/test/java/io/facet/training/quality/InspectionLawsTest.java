package io.facet.training.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.valuation.Appraisal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every file, however damaged. */
class InspectionLawsTest {

  private static final List<Inspector> BOTH =
      List.of(
          Inspector.without(KnownStones.none()),
          Inspector.with(Champion.MODEL, KnownStones.none()));

  @Property(tries = 100)
  void every_row_is_counted_once(@ForAll long seed, @ForAll @IntRange(max = 60) int count) {
    List<String> rows = damaged(count, new Random(seed), true);

    for (Inspector inspector : BOTH) {
      Counts counts = inspect(inspector, rows).counts();

      assertThat(counts.rows()).isEqualTo(rows.size());
      assertThat(
              counts.accepted()
                  + counts.setAside()
                  + counts.unappraised()
                  + counts.duplicates()
                  + counts.superseded())
          .isEqualTo(rows.size());
    }
  }

  @Property(tries = 60)
  void what_is_accepted_does_not_depend_on_the_order_of_rows_where_no_stone_has_two_prices(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
    List<String> rows = damaged(count, new Random(seed), false);
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(~seed));

    for (Inspector inspector : BOTH) {
      Inspection one = inspect(inspector, rows);
      Inspection other = inspect(inspector, shuffled);

      assertThat(other.counts()).isEqualTo(one.counts());
      assertThat(other.broken()).isEqualTo(one.broken());
      assertThat(other.prices()).isEqualTo(one.prices());
      assertThat(other.accepted()).containsExactlyInAnyOrderElementsOf(one.accepted());
    }
  }

  @Property(tries = 60)
  void the_last_sound_price_of_each_stone_is_accepted(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
    List<String> rows = damaged(count, new Random(seed), true);
    Inspection inspection = inspect(BOTH.getFirst(), rows);
    Map<String, Double> last = new HashMap<>();
    for (String row : rows) {
      int price = row.lastIndexOf(',');
      if (sound(row)) {
        last.put(row.substring(0, price), Double.valueOf(row.substring(price + 1)));
      }
    }

    assertThat(inspection.counts().accepted()).isEqualTo(last.size());
    if (!inspection.isRefused()) {
      assertThat(inspection.accepted())
          .extracting(Appraisal::price)
          .containsExactlyInAnyOrderElementsOf(last.values());
    }
  }

  @Property(tries = 40)
  void a_file_that_comes_again_brings_nothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
    List<String> rows = damaged(count, new Random(seed), false);
    Inspection first = inspect(BOTH.getFirst(), rows);
    KnownStones known = KnownStones.of(first.accepted());
    Inspection second = inspect(Inspector.without(known), rows);

    assertThat(second.verdict()).isEqualTo(first.verdict());
    if (!first.isRefused()) {
      assertThat(second.accepted()).isEmpty();
      assertThat(second.counts().duplicates())
          .isEqualTo(first.counts().accepted() + first.counts().duplicates());
    }
  }

  /** Random stones, some spoilt, some without a price, some repeated. */
  private static List<String> damaged(int count, Random random, boolean reappraised) {
    List<String> rows = new ArrayList<>();
    for (String row : BatchFile.rows(count, random.nextLong())) {
      switch (random.nextInt(12)) {
        case 0 -> rows.add(row.replaceFirst("^[^,]*", "-1"));
        case 1 -> rows.add(row.substring(0, row.lastIndexOf(',')));
        case 2 -> rows.add(row.replaceFirst("[^,]*$", "-1"));
        case 3 -> rows.addAll(List.of(row, row));
        case 4 -> rows.addAll(reappraised ? List.of(row, row + "9") : List.of(row));
        default -> rows.add(row);
      }
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  private static boolean sound(String row) {
    return !row.startsWith("-1") && !row.endsWith(",-1") && row.split(",").length == 10;
  }

  private static Inspection inspect(Inspector inspector, List<String> rows) {
    try {
      Path file = Files.createTempFile("batch", ".csv");
      try {
        return inspector.inspect(BatchFile.write(file, rows));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
