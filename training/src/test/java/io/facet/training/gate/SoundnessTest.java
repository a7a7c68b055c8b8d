package io.facet.training.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.registry.folder.ModelFolder;
import io.facet.training.evaluation.Priced;
import io.facet.training.gate.Bar.Standing;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Reason;
import io.facet.valuation.Stones;
import io.facet.valuation.Valuation;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bars that a model has to meet whoever its rival is. */
class SoundnessTest {

  private static final List<Diamond> STONES = Stones.random(50, 2);
  private static final Appraiser APPRAISER = Stones.appraiser(Stones.priceList(3));

  @TempDir private Path folder;

  @Test
  void ranges_hold_unless_too_few_for_chance() {
    HeldRanges kept = HeldRanges.of(held(1_325, 1_500), .9);
    HeldRanges broken = HeldRanges.of(held(1_320, 1_500), .9);

    // Summed exactly, in fractions.
    assertThat(kept.p()).isCloseTo(.01913151107261311, within(1e-9));
    assertThat(broken.p()).isCloseTo(.006537646773898977, within(1e-9));
    assertThat(kept.standing()).isEqualTo(Standing.MET);
    assertThat(broken.standing()).isEqualTo(Standing.MISSED);
    assertThat(broken.sentence())
        .isEqualTo(
            "Its ranges promise to hold 90 % of all prices and held 1,320 of 1,500: too few for chance.");
  }

  @Test
  void ranges_that_hold_everything_are_met() {
    assertThat(HeldRanges.of(held(10, 10), .9).standing()).isEqualTo(Standing.MET);
    assertThat(HeldRanges.of(held(10, 10), .9).p()).isCloseTo(1, within(1e-12));
    assertThat(HeldRanges.of(held(0, 10), .9).p()).isCloseTo(1e-10, within(1e-13));
  }

  @Test
  void reasons_multiply_to_the_price_and_a_step_left_out_is_seen() {
    List<Valuation> valuations = STONES.stream().map(APPRAISER::value).toList();
    List<Valuation> damaged = new ArrayList<>(valuations);
    damaged.set(17, withoutTheFirstReason(valuations.get(17)));

    assertThat(ExactReasons.of(valuations).standing()).isEqualTo(Standing.MET);
    assertThat(ExactReasons.of(damaged).standing()).isEqualTo(Standing.MISSED);
    assertThat(ExactReasons.of(damaged).off()).isGreaterThan(1e-9);
  }

  @Test
  void a_slow_model_is_told_from_a_quick_one() {
    AtomicLong hour = new AtomicLong();

    Bar slow = QuickAnswers.bar(APPRAISER, STONES, () -> hour.getAndAdd(50 * 250_001L));
    Bar quick = QuickAnswers.bar(APPRAISER, STONES, () -> hour.getAndAdd(50 * 249_999L));

    assertThat(((QuickAnswers) slow).estimate()).isCloseTo(250.001, within(1e-6));
    assertThat(slow.standing()).isEqualTo(Standing.MISSED);
    assertThat(quick.standing()).isEqualTo(Standing.MET);
  }

  @Test
  void one_slow_round_does_no_harm() {
    AtomicLong calls = new AtomicLong();
    AtomicLong now = new AtomicLong();

    Bar bar =
        QuickAnswers.bar(
            APPRAISER,
            STONES,
            () -> now.addAndGet(calls.getAndIncrement() % 4 == 1 ? 1_000_000_000L : 50_000));

    assertThat(bar.standing()).isEqualTo(Standing.MET);
  }

  @Test
  void the_onnx_form_agrees_and_one_of_another_model_does_not() throws IOException {
    ModelFolder model = Contests.folder(folder.resolve("model"), STONES, 1);
    ModelFolder other = Contests.folder(folder.resolve("other"), STONES, 1);
    Files.write(
        other.path().resolve("model.onnx"),
        io.facet.training.onnx.OnnxModel.of(Stones.appraiser(Stones.linear())));

    assertThat(SameOnnx.bar(model, STONES).standing()).isEqualTo(Standing.MET);
    assertThat(SameOnnx.bar(other, STONES).standing()).isEqualTo(Standing.MISSED);
  }

  @Test
  void an_onnx_form_that_is_missing_or_broken_is_missed_in_plain_words() throws IOException {
    ModelFolder model = Contests.folder(folder.resolve("model"), STONES, 1);
    Files.writeString(model.path().resolve("model.onnx"), "no model at all");

    assertThat(SameOnnx.bar(model, STONES))
        .returns(Standing.MISSED, Bar::standing)
        .satisfies(
            bar -> assertThat(bar.sentence()).startsWith("ONNX Runtime can't run model.onnx: "));
    Files.delete(model.path().resolve("model.onnx"));
    assertThat(SameOnnx.bar(model, STONES).sentence()).isEqualTo("The folder has no model.onnx.");
  }

  @Test
  void an_answer_that_is_no_number_is_no_agreement() {
    double[][] answers = {{Double.NaN}, {1}, {1}};

    assertThat(SameOnnx.of(answers, List.of(APPRAISER.estimate(Stones.EXAMPLE))).standing())
        .isEqualTo(Standing.MISSED);
  }

  @Test
  void without_a_stone_nothing_is_met() throws IOException {
    ModelFolder model = Contests.folder(folder.resolve("model"), STONES, 1);

    Verdict verdict = Gate.judge(new Evidence.Unopposed("no stones", List.of()), model);

    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    assertThat(((Verdict.Refused) verdict).missed())
        .hasSize(4)
        .allMatch(bar -> bar.sentence().equals("There was no stone to judge by."));
  }

  private static Valuation withoutTheFirstReason(Valuation of) {
    List<Reason> reasons = new ArrayList<>(of.reasons());
    reasons.removeFirst();
    return new Valuation(of.stone(), of.estimate(), of.reference(), of.referencePrice(), reasons);
  }

  private static List<Priced> held(int held, int stones) {
    List<Priced> priced = new ArrayList<>(Collections.nCopies(held, priced(900)));
    priced.addAll(Collections.nCopies(stones - held, priced(1_200)));
    return priced;
  }

  private static Priced priced(double appraised) {
    return new Priced(Stones.EXAMPLE, appraised, 1_000, 900, 1_100);
  }
}
