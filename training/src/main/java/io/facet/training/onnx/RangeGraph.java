package io.facet.training.onnx;

import io.facet.valuation.CaratBand;
import io.facet.valuation.CaratBand.Ends;
import io.facet.valuation.price.Bumps;
import io.facet.valuation.price.Doubt;
import io.facet.valuation.stone.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The ends of the stated range around a log price. */
record RangeGraph(Graph graph, OnnxModel stones) {

  /**
   * One end: the log price shifted by as many spreads as the stone's carat band says.
   *
   * @param which end
   */
  String end(String logPrice, String spread, List<CaratBand> bands, ToDoubleFunction<Ends> which) {
    String shift = graph.constant(which.applyAsDouble(bands.get(0).ends().get(0)));
    for (CaratBand band : bands.subList(1, bands.size())) {
      String below =
          graph.node("Less", stones.factor(Factor.CARAT), graph.constant(band.fromCarat()));
      String here = graph.constant(which.applyAsDouble(band.ends().get(0)));
      shift = graph.node("Where", below, shift, here);
    }
    return graph.node("Exp", graph.node("Add", logPrice, graph.node("Mul", shift, spread)));
  }

  /** By how much doubt widens each stone's spread. */
  String widening(Doubt doubt) {
    PlacesGraph places = new PlacesGraph(graph, stones);
    List<String> positions =
        Arrays.stream(Factor.values())
            .map(factor -> places.position(factor, doubt.axes().get(factor.ordinal())))
            .toList();
    String near = places.near(Bumps.Shape.ROUND, positions, 0, doubt.centres(), doubt.lengths());
    String informed =
        graph.node(
            "MatMul",
            near,
            graph.matrix(doubt.information(), doubt.centres().length / Factor.COUNT));
    String told = graph.sumOfRow(graph.node("Mul", informed, near));
    String left = graph.node("Sub", graph.constant(1), told);
    String share = graph.node("Min", graph.node("Max", left, graph.constant(0)), graph.constant(1));
    String unusual = graph.node("Sub", share, graph.constant(doubt.usual()));
    String extra =
        graph.node(
            "Mul", graph.node("Max", unusual, graph.constant(0)), graph.constant(doubt.weight()));
    return graph.node("Sqrt", graph.node("Add", extra, graph.constant(1)));
  }
}
