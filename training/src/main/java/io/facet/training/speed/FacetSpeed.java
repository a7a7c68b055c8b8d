package io.facet.training.speed;

import io.facet.registry.folder.ModelFolder;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Estimate;
import io.facet.valuation.Valuation;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Facet itself, one stone a call. Public because JMH asks for it. */
@State(Scope.Thread)
public class FacetSpeed {

  /** The model folder. */
  @Param("")
  public String folder = "";

  private Appraiser appraiser;
  private Turn<Diamond> stones;
  private Turn<double[]> factors;

  @Setup
  public void open() {
    ModelFolder model = ModelFolder.open(Path.of(folder));
    List<Diamond> asked = AskedStones.of(model);
    appraiser = model.appraiser();
    stones = new Turn<>(asked);
    factors = new Turn<>(asked.stream().map(Factor::all).toList());
  }

  @Benchmark
  public Estimate estimate() {
    return appraiser.estimate(stones.next());
  }

  @Benchmark
  public Valuation value() {
    return appraiser.value(stones.next());
  }

  @Benchmark
  public double logPrice() {
    return appraiser.model().logPrice(factors.next());
  }
}
