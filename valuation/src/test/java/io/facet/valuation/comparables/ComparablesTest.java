package io.facet.valuation.comparables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ComparablesTest {

  @Property(tries = 25)
  void the_search_finds_what_looking_at_every_stone_finds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 800) int stones) {
    List<Appraisal> collection = Appraisals.random(stones, seed);
    for (PriceModel model : Appraisals.models(seed)) {
      Comparables comparables = Comparables.of(model, collection);
      for (Diamond asked : asked(collection, seed)) {
        assertThat(appraisals(comparables.nearest(asked, 7)))
            .containsExactlyElementsOf(nearestOfAll(model, collection, asked, 7));
      }
    }
  }

  @Property(tries = 25)
  void strict_finds_the_same_grades_closest_weight_first(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int stones) {
    List<Appraisal> collection = Appraisals.random(stones, seed);
    Comparables comparables = Comparables.of(Stones.linear(), collection);
    for (Diamond asked : asked(collection, seed)) {
      assertThat(appraisals(comparables.strict(asked, 7)))
          .containsExactlyElementsOf(strictOfAll(Stones.linear(), collection, asked, 7));
    }
  }

  @Property(tries = 25)
  void the_adjustments_lead_from_the_appraised_price_to_the_adjusted_one(@ForAll long seed) {
    for (PriceModel model : Appraisals.models(seed)) {
      Comparables comparables = Comparables.of(model, Appraisals.random(300, seed));
      Diamond asked = Stones.random(new Random(~seed));
      double price = Math.exp(model.logPrice(Factor.all(asked)));
      for (ComparableStone comparable : comparables.nearest(asked, 5)) {
        Appraisal appraisal = comparable.appraisal();
        double product = appraisal.price();
        for (Adjustment adjustment : comparable.adjustments()) {
          product *= adjustment.multiplier();
        }
        double theirs = Math.exp(model.logPrice(Factor.all(appraisal.stone())));
        assertThat(product / comparable.adjusted()).isCloseTo(1, within(1e-9));
        assertThat(comparable.adjusted() / (appraisal.price() * price / theirs))
            .isCloseTo(1, within(1e-9));
        assertThat(comparable.grossAdjustment())
            .isGreaterThanOrEqualTo(Math.abs(comparable.adjusted() / appraisal.price() - 1) - 1e-9);
      }
    }
  }

  @Property(tries = 25)
  void an_identical_stone_comes_first_and_needs_no_adjustment(@ForAll long seed) {
    List<Appraisal> collection = Appraisals.random(300, seed);
    Appraisal appraisal = collection.get(new Random(seed).nextInt(300));
    for (PriceModel model : Appraisals.models(seed)) {
      ComparableStone first =
          Comparables.of(model, collection).nearest(appraisal.stone(), 1).get(0);

      assertThat(first.appraisal().stone()).isEqualTo(appraisal.stone());
      assertThat(first.distance()).isZero();
      assertThat(first.adjusted()).isEqualTo(first.appraisal().price());
      assertThat(first.grossAdjustment()).isZero();
    }
  }

  @Test
  void a_stone_is_no_evidence_for_itself_but_another_appraisal_of_its_like_is() {
    Appraisal own = new Appraisal(Stones.EXAMPLE, 3_400);
    Appraisal second = new Appraisal(Stones.EXAMPLE, 3_500);
    Appraisal other = new Appraisal(Stones.REFERENCE.stone(), 3_000);
    Comparables all = Comparables.of(Stones.linear(), List.of(other, own, second, own));

    assertThat(appraisals(all.nearest(Stones.EXAMPLE, 9))).containsExactly(own, second, own, other);
    assertThat(appraisals(all.without(own).nearest(Stones.EXAMPLE, 9)))
        .containsExactly(second, own, other);
    assertThat(appraisals(all.without(own).strict(Stones.EXAMPLE, 9))).containsExactly(second, own);
    assertThat(appraisals(all.without(new Appraisal(Stones.EXAMPLE, 1)).nearest(Stones.EXAMPLE, 9)))
        .hasSize(4);
  }

  @Property(tries = 30)
  void leaving_a_stone_out_is_as_if_it_had_never_been_there(@ForAll long seed) {
    List<Appraisal> collection = Appraisals.random(300, seed);
    Appraisal own = collection.get(new Random(seed).nextInt(300));
    Comparables comparables = Comparables.of(Stones.linear(), collection);
    List<Appraisal> others = appraisals(comparables.nearest(own.stone(), 300));
    others.remove(own);

    assertThat(appraisals(comparables.without(own).nearest(own.stone(), 300))).isEqualTo(others);
  }

  @Test
  void of_equal_stones_those_given_first_come_first() {
    List<Appraisal> equal =
        IntStream.range(0, 9).mapToObj(i -> new Appraisal(Stones.EXAMPLE, 9_000 - i)).toList();
    Comparables comparables = Comparables.of(Stones.linear(), equal);

    assertThat(appraisals(comparables.nearest(Stones.REFERENCE.stone(), 4)))
        .isEqualTo(equal.subList(0, 4));
    assertThat(appraisals(comparables.strict(Stones.EXAMPLE, 4))).isEqualTo(equal.subList(0, 4));
  }

  @Test
  void equal_weights_below_and_above_are_told_apart_by_the_rest_and_not_by_binary_dust() {
    Appraisal lighter = new Appraisal(weighing(.7, 58), 3_000);
    Appraisal heavier = new Appraisal(weighing(.74, 56), 3_000);
    Comparables comparables = Comparables.of(Stones.linear(), List.of(lighter, heavier));

    assertThat(appraisals(comparables.strict(weighing(.72, 56), 2)))
        .containsExactly(heavier, lighter);
    assertThat(appraisals(comparables.strict(weighing(.72, 58), 2)))
        .containsExactly(lighter, heavier);
  }

  @Test
  void a_grade_that_nobody_has_finds_nothing_strictly_and_its_neighbours_otherwise() {
    Appraisal only = new Appraisal(Stones.REFERENCE.stone(), 3_000);
    Comparables comparables = Comparables.of(Stones.linear(), List.of(only));

    assertThat(comparables.strict(Stones.EXAMPLE, 3)).isEmpty();
    assertThat(appraisals(comparables.nearest(Stones.EXAMPLE, 3))).containsExactly(only);
  }

  @Test
  void nothing_to_compare_with_and_nothing_asked_for_are_refused() {
    assertThatThrownBy(() -> Comparables.of(Stones.linear(), List.of()))
        .hasMessage("there are no appraised stones to compare with");
    Comparables comparables = Comparables.of(Stones.linear(), Appraisals.random(9, 1));
    assertThatThrownBy(() -> comparables.nearest(Stones.EXAMPLE, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(comparables.nearest(Stones.EXAMPLE, Integer.MAX_VALUE)).hasSize(9);
  }

  @Test
  void many_threads_get_the_answers_that_one_gets() {
    Comparables comparables = Comparables.of(Stones.linear(), Appraisals.random(2_000, 1));
    List<Diamond> asked = Stones.random(2_000, 2);

    assertThat(asked.parallelStream().map(stone -> comparables.nearest(stone, 3)).toList())
        .isEqualTo(asked.stream().map(stone -> comparables.nearest(stone, 3)).toList());
  }

  /** Stones of the collection, stones that it doesn't have, and one far outside of it. */
  private static List<Diamond> asked(List<Appraisal> collection, long seed) {
    Random random = new Random(~seed);
    return List.of(
        collection.get(random.nextInt(collection.size())).stone(),
        Stones.random(random),
        Stones.random(random),
        new Diamond(30, Cut.FAIR, Color.D, Clarity.IF, 61, 75, 20, 20.1, 12.3));
  }

  private static Diamond weighing(double carat, double table) {
    double x = 6.45 * Math.cbrt(carat);
    return new Diamond(carat, Cut.IDEAL, Color.F, Clarity.VS1, 61.5, table, x, x, .615 * x);
  }

  private static List<Appraisal> nearestOfAll(
      PriceModel model, List<Appraisal> collection, Diamond asked, int count) {
    Metric metric = metric(model, collection);
    double[] here = metric.place(Factor.all(asked));
    return sorted(
        collection,
        Comparator.comparingDouble(other -> Metric.distance(here, place(metric, other))),
        count);
  }

  private static List<Appraisal> strictOfAll(
      PriceModel model, List<Appraisal> collection, Diamond asked, int count) {
    Metric metric = metric(model, collection);
    double[] here = metric.place(Factor.all(asked));
    List<Appraisal> sameGrades =
        collection.stream()
            .filter(
                other ->
                    other.stone().cut() == asked.cut()
                        && other.stone().color() == asked.color()
                        && other.stone().clarity() == asked.clarity())
            .toList();
    Comparator<Appraisal> closestWeight =
        Comparator.comparingLong(
            other -> Math.round(1e6 * Math.abs(other.stone().carat() - asked.carat())));
    return sorted(
        sameGrades,
        closestWeight.thenComparingDouble(
            other -> Metric.withProportions(0, here, place(metric, other), 0)),
        count);
  }

  /** Sorting keeps the order of what is equal. */
  private static List<Appraisal> sorted(
      List<Appraisal> collection, Comparator<Appraisal> order, int count) {
    return collection.stream().sorted(order).limit(count).toList();
  }

  private static Metric metric(PriceModel model, List<Appraisal> collection) {
    return new Metric(
        model,
        collection.stream().map(other -> Factor.all(other.stone())).toArray(double[][]::new));
  }

  private static double[] place(Metric metric, Appraisal appraisal) {
    return metric.place(Factor.all(appraisal.stone()));
  }

  private static List<Appraisal> appraisals(List<ComparableStone> comparables) {
    return new ArrayList<>(comparables.stream().map(ComparableStone::appraisal).toList());
  }
}
