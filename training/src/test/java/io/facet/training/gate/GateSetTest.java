package io.facet.training.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.training.Collection;
import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GateSetTest {

  @Property(tries = 100)
  void a_stone_lies_on_the_same_side_in_whatever_batch_order_and_at_whatever_price(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll @DoubleRange(min = .1, max = 10) double dearer) {
    List<Appraisal> batch = Contests.appraised(size, seed);
    Split split = split(batch);
    List<Appraisal> later = new ArrayList<>(Contests.appraised(size, seed + 1));
    batch.forEach(one -> later.add(new Appraisal(one.stone(), dearer * one.price())));
    Collections.shuffle(later, new Random(seed));

    Split again = split(later);

    assertThat(stones(again.kept())).containsAll(stones(split.kept()));
    assertThat(stones(again.learned())).containsAll(stones(split.learned()));
    assertThat(stones(again.kept())).noneMatch(stones(again.learned())::contains);
    assertThat(again.kept().size() + again.learned().size()).isEqualTo(later.size());
  }

  @Property(tries = 50)
  void whatever_was_learned_before_is_never_kept(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int known) {
    List<Appraisal> batch = Contests.appraised(40, seed);
    Set<Diamond> learned = stones(batch.subList(0, known));

    Split split = split(batch, learned);

    assertThat(stones(split.kept())).doesNotContainAnyElementsOf(learned);
    assertThat(split.kept()).isEqualTo(split(batch.subList(known, batch.size())).kept());
  }

  @Test
  void a_fifth_is_kept_and_it_looks_like_the_rest() {
    List<Appraisal> stones = Collection.data().stones();

    Split split = split(stones);

    // Three standard errors of a share of 4,985 stones.
    assertThat(split.kept().size() / (double) stones.size()).isCloseTo(.2, within(.017));
    assertThat(carat(split.kept())).isCloseTo(carat(split.learned()), within(.05));
  }

  @Test
  void today_splits_as_the_first_day_did() {
    List<Boolean> sides =
        Collection.some(12).stream().map(one -> GateSet.keeps(one.stone())).toList();

    // Whoever changes this lets models learn from stones that earlier ones were judged by.
    assertThat(sides)
        .containsExactly(
            false, false, false, true, true, false, true, true, false, false, true, false);
  }

  private record Split(List<Appraisal> learned, List<Appraisal> kept) {}

  private static Split split(List<Appraisal> batch) {
    return split(batch, Set.of());
  }

  private static Split split(List<Appraisal> batch, Set<Diamond> learnedBefore) {
    Predicate<Appraisal> kept = one -> GateSet.keeps(one.stone(), learnedBefore::contains);
    return new Split(
        batch.stream().filter(kept.negate()).toList(), batch.stream().filter(kept).toList());
  }

  private static double carat(List<Appraisal> stones) {
    return stones.stream().mapToDouble(one -> one.stone().carat()).average().orElseThrow();
  }

  private static Set<Diamond> stones(List<Appraisal> appraisals) {
    Set<Diamond> stones = new HashSet<>();
    appraisals.forEach(one -> stones.add(one.stone()));
    return stones;
  }
}
