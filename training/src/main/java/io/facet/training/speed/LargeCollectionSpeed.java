package io.facet.training.speed;

import io.facet.registry.folder.ModelFolder;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.ComparableStone;
import io.facet.valuation.comparables.Comparables;
import io.facet.valuation.stone.Diamond;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same search in a collection ten times as large, made of stones a little unlike its own. */
@State(Scope.Thread)
public class LargeCollectionSpeed {

  private static final int COUNT = 5;
  private static final int STONES = 50_000;

  /** By which share of their weight they differ at most. */
  private static final double UNLIKE = .02;

  /** The model folder. */
  @Param("")
  public String folder = "";

  private Comparables comparables;
  private Turn<Diamond> stones;

  @Setup
  public void open() {
    ModelFolder model = ModelFolder.open(Path.of(folder));
    List<Appraisal> own = model.comparables().orElseThrow().stones();
    comparables = Comparables.of(model.appraiser().model(), many(own));
    stones = new Turn<>(own.stream().map(Appraisal::stone).toList());
  }

  private static List<Appraisal> many(List<Appraisal> own) {
    Random random = new Random(1);
    List<Appraisal> many = new ArrayList<>(own);
    for (int i = 0; many.size() < STONES; i++) {
      Appraisal like = own.get(i % own.size());
      double share = 1 + UNLIKE * (2 * random.nextDouble() - 1);
      many.add(new Appraisal(heavier(like.stone(), share), like.price() * share));
    }
    return many;
  }

  /** A stone of the same shape. */
  private static Diamond heavier(Diamond stone, double share) {
    double longer = Math.cbrt(share);
    return new Diamond(
        stone.carat() * share,
        stone.cut(),
        stone.color(),
        stone.clarity(),
        stone.depth(),
        stone.table(),
        stone.x() * longer,
        stone.y() * longer,
        stone.z() * longer);
  }

  @Benchmark
  public List<ComparableStone> nearest() {
    return comparables.nearest(stones.next(), COUNT);
  }

  @Benchmark
  public List<ComparableStone> strict() {
    return comparables.strict(stones.next(), COUNT);
  }
}
