package io.facet.training.speed;

import io.facet.registry.folder.ModelFolder;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.ComparableStone;
import io.facet.valuation.comparables.Comparables;
import io.facet.valuation.stone.Diamond;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The search for the nearest stones, among all that the model carries. */
@State(Scope.Thread)
public class ComparablesSpeed {

  private static final int COUNT = 5;

  /** The model folder. */
  @Param("")
  public String folder = "";

  private Comparables comparables;
  private Turn<Diamond> stones;

  @Setup
  public void open() {
    comparables = ModelFolder.open(Path.of(folder)).comparables().orElseThrow();
    stones = new Turn<>(comparables.stones().stream().map(Appraisal::stone).toList());
  }

  @Benchmark
  public List<ComparableStone> nearest() {
    return comparables.nearest(stones.next(), COUNT);
  }
}
