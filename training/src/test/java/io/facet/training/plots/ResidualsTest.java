package io.facet.training.plots;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.training.evaluation.Priced;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidualsTest {

  @TempDir private Path folder;

  @Test
  void many_stones_and_three_are_drawn_alike() throws IOException {
    for (int count : new int[] {3, 400}) {
      List<Priced> priced = priced(count);
      Path weight = folder.resolve(count + "-weight.png");
      Path estimate = folder.resolve(count + "-estimate.png");
      Path reliability = folder.resolve(count + "-reliability.png");

      Residuals.byWeight(priced, weight);
      Residuals.byEstimate(priced, estimate);
      Reliability.draw(priced, reliability);

      assertThat(List.of(weight, estimate, reliability))
          .allSatisfy(png -> assertThat(inkOf(png)).isBetween(.001, .5));
    }
  }

  @Test
  void a_stone_far_off_does_not_press_the_others_together() throws IOException {
    List<Priced> priced = new ArrayList<>(priced(400));
    double before = inkOf(drawn(priced, "before.png"));
    priced.add(new Priced(Stones.EXAMPLE, 1_000, 90_000, 80_000, 99_000));

    assertThat(inkOf(drawn(priced, "after.png"))).isGreaterThan(.9 * before);
  }

  private Path drawn(List<Priced> priced, String name) throws IOException {
    Path png = folder.resolve(name);
    Residuals.byWeight(priced, png);
    return png;
  }

  private static List<Priced> priced(int count) {
    Random random = new Random(2);
    List<Priced> priced = new ArrayList<>();
    for (Diamond stone : Stones.random(count, 4)) {
      double estimate = Stones.appraiser(Stones.linear()).estimate(stone).price();
      double appraised = estimate * Math.exp(.1 * random.nextGaussian());
      priced.add(new Priced(stone, appraised, estimate, .85 * estimate, 1.15 * estimate));
    }
    return priced;
  }

  /** The share of pixels that are not white. */
  private static double inkOf(Path png) throws IOException {
    BufferedImage image = ImageIO.read(png.toFile());
    long inked = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        inked += (image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF ? 1 : 0;
      }
    }
    return (double) inked / image.getWidth() / image.getHeight();
  }
}
