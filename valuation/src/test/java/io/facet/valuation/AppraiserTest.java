package io.facet.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AppraiserTest {

  @Property(tries = 200)
  void the_multipliers_lead_from_the_reference_price_to_the_price(@ForAll long seed) {
    for (PriceModel model : List.of(Stones.linear(), Stones.trees(20, 6, seed))) {
      Valuation valuation = Stones.appraiser(model).value(Stones.random(new Random(seed)));
      double product = valuation.referencePrice();
      for (Reason reason : valuation.reasons()) {
        product *= reason.multiplier();
      }
      double price = valuation.estimate().price();
      assertThat(product).isCloseTo(price, within(1e-9 * price));
    }
  }

  @Property(tries = 200)
  void the_dollar_steps_sum_to_the_price_to_the_cent(@ForAll long seed) {
    Valuation valuation =
        Stones.appraiser(Stones.trees(20, 6, seed)).value(Stones.random(new Random(seed)));
    BigDecimal sum =
        valuation.reasons().stream()
            .map(Reason::usd)
            .reduce(Usd.cents(valuation.referencePrice()), BigDecimal::add);
    assertThat(sum).isEqualTo(valuation.price());
  }

  @Test
  void the_reference_stone_explains_itself_by_nine_steps_of_nothing() {
    Diamond reference = Stones.REFERENCE.stone();

    Valuation valuation = Stones.appraiser(Stones.linear()).value(reference);

    assertThat(valuation.reasons())
        .hasSize(Factor.COUNT)
        .allSatisfy(
            reason -> {
              assertThat(reason.multiplier()).isEqualTo(1);
              assertThat(reason.usd()).isEqualByComparingTo("0");
              assertThat(reason.text()).endsWith("as the reference stone: no change");
            });
  }

  @Test
  void reasons_speak_the_words_of_the_trade() {
    Valuation valuation = Stones.appraiser(Stones.linear()).value(Stones.EXAMPLE);

    assertThat(valuation.reasons())
        .extracting(Reason::text)
        .startsWith(
            "0.72 ct rather than 0.70 ct: +5.5 %",
            "Color F rather than G: +5.1 %",
            "Clarity VS1 rather than VS2: +10.5 %",
            "Cut Ideal, as the reference stone: no change",
            "Depth 61.5 % rather than 61.8 %: +0.1 %");
  }

  @Test
  void the_range_is_that_of_the_carat_band() {
    Appraiser appraiser = Stones.appraiser(Stones.linear());

    Estimate light = appraiser.estimate(Stones.EXAMPLE);

    assertThat(light.range().low()).isCloseTo(light.price() * Math.exp(-.15), within(1e-6));
    assertThat(light.range().high()).isCloseTo(light.price() * Math.exp(.16), within(1e-6));
    assertThat(light.range().coverage()).isEqualTo(.9);
  }

  @Test
  void an_ordinary_stone_has_no_caveat_and_one_beyond_all_seen_has() {
    Appraiser appraiser = Stones.appraiser(Stones.linear());
    Diamond seen = Stones.random(100, 1).get(0);
    Diamond heavy =
        new Diamond(
            60, seen.cut(), seen.color(), seen.clarity(), seen.depth(), seen.table(), 25, 25, 15.5);

    assertThat(appraiser.estimate(seen).caveats()).isEmpty();
    assertThat(appraiser.estimate(heavy).caveats())
        .extracting(Caveat::code)
        .contains("beyond_training");
    assertThat(appraiser.estimate(heavy).caveats().get(0).text())
        .contains("weight 60.00 ct, where it learned from 0.2");
  }

  @Test
  void a_stone_dearer_than_all_that_were_learned_from_is_called_a_guess() {
    Appraiser appraiser = Stones.unsure(Stones.linear());
    Diamond dear = stone(4);

    Estimate estimate = appraiser.estimate(dear);

    assertThat(estimate.price()).isGreaterThan(20_000);
    assertThat(estimate.caveats())
        .filteredOn(caveat -> caveat.code().equals("dearer_than_learned"))
        .singleElement()
        .satisfies(caveat -> assertThat(caveat.text()).contains("more than $20,000"));
  }

  @Test
  void an_unfamiliar_stone_has_a_wider_range_and_says_so() {
    PriceModel model = Stones.linear();
    Appraiser sure =
        new Appraiser(
            model,
            new Uncertainty(Stones.logSpread(), Optional.empty()),
            Stones.REFERENCE,
            new RangeCalibration(.9, List.of(new CaratBand(0, -1e-3, 1e-3))),
            TrainingDomain.of(Stones.random(500, 1)));
    Appraiser doubting =
        new Appraiser(
            model,
            new Uncertainty(Stones.logSpread(), Optional.of(Stones.doubt())),
            sure.reference(),
            sure.ranges(),
            sure.domain());
    Diamond strange = stone(2.2);
    double widening = Math.sqrt(1 + 4 * (Stones.doubt().of(Factor.all(strange)) - .3));

    assertThat(widening).isGreaterThan(1.2);
    assertThat(Math.log(doubting.estimate(strange).range().high() / sure.estimate(strange).price()))
        .isCloseTo(
            widening
                * Math.log(sure.estimate(strange).range().high() / sure.estimate(strange).price()),
            within(1e-9));
    assertThat(doubting.estimate(strange).caveats())
        .extracting(Caveat::code)
        .contains("unfamiliar");
    assertThat(sure.estimate(strange).caveats()).isEmpty();
  }

  @Test
  void other_coverages_and_the_mean_are_told_on_request() {
    Appraiser appraiser = Stones.unsure(Stones.linear());
    Estimate nine = appraiser.estimate(Stones.EXAMPLE);
    Estimate half = appraiser.estimate(Stones.EXAMPLE, .5);

    assertThat(half.price()).isEqualTo(nine.price());
    assertThat(half.range().low()).isGreaterThan(nine.range().low());
    assertThat(half.range().high()).isLessThan(nine.range().high());
    assertThat(appraiser.mean(Stones.EXAMPLE))
        .isCloseTo(1.01 * nine.price(), within(1e-9 * nine.price()));
  }

  private static Diamond stone(double carat) {
    double x = 6.45 * Math.cbrt(carat);
    return new Diamond(carat, Cut.IDEAL, Color.D, Clarity.IF, 61.8, 57, x, x, .618 * x);
  }
}
