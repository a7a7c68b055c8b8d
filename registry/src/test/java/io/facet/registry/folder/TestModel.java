package io.facet.registry.folder;

import io.facet.registry.profile.Distribution;
import io.facet.registry.profile.Profile;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.CaratBand;
import io.facet.valuation.RangeCalibration;
import io.facet.valuation.ReferenceStone;
import io.facet.valuation.TrainingDomain;
import io.facet.valuation.file.ModelFile;
import io.facet.valuation.price.LinearModel;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small but whole model folder, for tests of this module and of those that build on it. */
public final class TestModel {

  public static final Diamond STONE =
      new Diamond(.72, Cut.IDEAL, Color.F, Clarity.VS1, 61.5, 56, 5.75, 5.78, 3.55);

  /** Four prices of a list. */
  public static final String PRICE_LIST =
      """
      carat_from,carat_to,carat,cut,color,clarity,usd_per_carat,usd,stones
      0.70,0.89,0.70,Ideal,F,VS1,4021.10,2814.77,14
      0.70,0.89,0.70,Ideal,F,VS2,3800.00,2660.00,21
      0.90,0.99,0.90,Ideal,F,VS1,5000.00,4500.00,3
      2.00,,2.00,Very Good,G,IF,14000.00,28000.00,0
      """;

  /** What begins like a PDF, which is all that is needed. */
  public static final String PDF = "%PDF-1.4 a list";

  private TestModel() {}

  /** A model that prices stones of 1 ct around {@code usdPerCarat}. */
  public static Appraiser appraiser(double usdPerCarat) {
    return new Appraiser(
        new LinearModel(
            Math.log(usdPerCarat),
            1.7,
            new double[] {-.5, -.4, -.3, -.2, -.1, -.05, 0},
            new double[] {-.9, -.6, -.4, -.3, -.2, -.1, -.05, 0},
            new double[] {-.2, -.1, -.05, -.02, 0},
            new double[] {.001, -.001, .01, -.1, -.01}),
        new ReferenceStone(
            "a fine stone of 0.70 ct",
            new Diamond(.7, Cut.VERY_GOOD, Color.G, Clarity.VS2, 61.8, 57, 5.7, 5.7, 3.52)),
        new RangeCalibration(.9, List.of(new CaratBand(0, -.15, .15))),
        TrainingDomain.of(
            List.of(
                new Diamond(.2, Cut.FAIR, Color.J, Clarity.I1, 55, 50, 3.8, 3.76, 2.1),
                new Diamond(3, Cut.IDEAL, Color.D, Clarity.IF, 66, 70, 9.1, 9.3, 6.05))));
  }

  /** Writes that model as a sealed folder. */
  public static Path write(Path folder, double usdPerCarat) {
    return write(folder, usdPerCarat, List.of());
  }

  /**
   * The same with the {@code stones} that it learned from, if any, their profile and a price list.
   */
  public static Path write(Path folder, double usdPerCarat, List<Appraisal> stones) {
    try {
      Files.createDirectories(folder);
      Files.write(
          folder.resolve(ModelFolder.NATIVE),
          ModelFile.write(appraiser(usdPerCarat), List.of(STONE)));
      ModelFolder.write(folder, provenance());
      if (!stones.isEmpty()) {
        ModelFolder.write(folder, stones);
        profile(stones).write(folder);
        Files.writeString(folder.resolve("price-list.csv"), PRICE_LIST);
        Files.writeString(folder.resolve("price-list.pdf"), PDF);
      }
      ModelFolder.seal(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A small collection of possible stones from 0.3 to 2.2 ct in ordinary proportions, each
   * appraised 7 % above, 3 % above, 1 % below … what the model says: nobody knows it by heart.
   */
  public static List<Appraisal> collection(int count) {
    Appraiser appraiser = appraiser(6000);
    List<Appraisal> collection = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Diamond stone = stone(.3 + .01 * (i * 37 % 190), i);
      double price = appraiser.estimate(stone).price() * (1.07 - .04 * (i * 7 % 5));
      collection.add(new Appraisal(stone, Math.rint(price)));
    }
    return collection;
  }

  private static Profile profile(List<Appraisal> stones) {
    Map<String, Distribution> factors = new LinkedHashMap<>();
    for (Factor factor : Factor.values()) {
      double[] values = stones.stream().mapToDouble(one -> factor.of(one.stone())).toArray();
      factors.put(factor.label(), Distribution.of(factor, values));
    }
    double[] prices = stones.stream().mapToDouble(Appraisal::price).toArray();
    Distribution all = Distribution.tenths(prices, usd -> "$" + usd);
    return new Profile(stones.size(), factors, all, new Profile.Errors(all, 0, .04));
  }

  private static Diamond stone(double carat, int i) {
    double rounded = Math.rint(100 * carat) / 100;
    double x = hundredths(6.45 * Math.cbrt(rounded));
    return new Diamond(
        rounded,
        Cut.values()[i % 5],
        Color.values()[i * 3 % 7],
        Clarity.values()[i * 5 % 8],
        60 + i % 4,
        55 + i % 6,
        x,
        hundredths(x * 1.005),
        hundredths(x * (60 + i % 4) / 100));
  }

  private static double hundredths(double millimetres) {
    return Math.rint(100 * millimetres) / 100;
  }

  public static Provenance provenance() {
    return new Provenance(
        Instant.parse("2026-11-20T08:00:00Z"),
        "linear",
        42,
        Map.of("ridge", "0.1"),
        List.of(new Provenance.Data("diamonds.csv", "ab".repeat(32), 5000, 4985, 10, 5)),
        "0123abc",
        Map.of("java", "25"),
        Map.of("mae_usd", 410.5));
  }
}
