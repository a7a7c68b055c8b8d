package io.facet.training.pricelist;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The price list of a model: a grid of color and clarity for each cut and each of the trade's
 * weight bands in which there was something to learn from. Every price is what the model says of
 * the band's lightest stone with typical proportions.
 *
 * @param date on which the model was learned
 * @param learned the stones it learned from
 * @param bands from light to heavy
 * @param prices cut by cut, band by band, color by color, the best grades first
 */
public record PriceSheet(
    LocalDate date, List<Appraisal> learned, List<WeightBand> bands, List<ListedPrice> prices) {

  public PriceSheet {
    learned = List.copyOf(learned);
    bands = List.copyOf(bands);
    prices = List.copyOf(prices);
  }

  /**
   * Asks {@code appraiser} for every price.
   *
   * @param learned what it learned from; a stone at least
   */
  public static PriceSheet of(Appraiser appraiser, List<Appraisal> learned, LocalDate date) {
    TypicalProportions proportions = TypicalProportions.of(appraiser.typicalFactors());
    List<Diamond> stones = learned.stream().map(Appraisal::stone).toList();
    double dearest = dearest(learned);
    List<WeightBand> bands = WeightBand.of(stones);
    List<ListedPrice> prices = new ArrayList<>();
    for (Cut cut : bestFirst(Cut.values())) {
      for (WeightBand band : bands) {
        List<Diamond> inBand = stones.stream().filter(band::holds).toList();
        for (Color color : bestFirst(Color.values())) {
          for (Clarity clarity : bestFirst(Clarity.values())) {
            Diamond stone = proportions.stone(band.from(), cut, color, clarity);
            double usd = appraiser.estimate(stone).price();
            prices.add(new ListedPrice(band, stone, usd, alike(inBand, stone), usd > dearest));
          }
        }
      }
    }
    return new PriceSheet(date, learned, bands, prices);
  }

  /** Writes {@code price-list.html}, {@code .csv} and {@code .pdf} into {@code folder}. */
  public void write(Path folder) throws IOException {
    String html = HtmlList.of(this);
    Files.writeString(folder.resolve("price-list.html"), html);
    CsvList.write(this, folder.resolve("price-list.csv"));
    PdfList.write(html, date, folder.resolve("price-list.pdf"));
  }

  /** One line of a grid: the prices of a color from the best clarity to the worst. */
  List<ListedPrice> line(Cut cut, WeightBand band, Color color) {
    return prices.stream()
        .filter(
            price ->
                price.stone().cut() == cut
                    && price.stone().color() == color
                    && price.band().equals(band))
        .toList();
  }

  /** How many such stones were learned from. */
  long count(Predicate<Diamond> such) {
    return learned.stream().map(Appraisal::stone).filter(such).count();
  }

  /** The highest price that was learned from, in USD. */
  double dearest() {
    return dearest(learned);
  }

  private static double dearest(List<Appraisal> learned) {
    return learned.stream().mapToDouble(Appraisal::price).max().orElseThrow();
  }

  static <G extends Enum<G>> List<G> bestFirst(G[] worstFirst) {
    return Arrays.asList(worstFirst).reversed();
  }

  private static long alike(List<Diamond> inBand, Diamond stone) {
    return inBand.stream()
        .filter(other -> other.color() == stone.color() && other.clarity() == stone.clarity())
        .count();
  }
}
