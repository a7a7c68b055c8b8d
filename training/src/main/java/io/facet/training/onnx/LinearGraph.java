package io.facet.training.onnx;

import io.facet.valuation.price.LinearModel;
import io.facet.valuation.stone.Factor;
import io.facet.valuation.stone.Feature;

/** A linear model as a sum of nodes. */
record LinearGraph(Graph graph, OnnxModel stones) {

  String logPrice(LinearModel model) {
    String sum =
        graph.node(
            "Add",
            graph.constant(model.intercept()),
            scaled(graph.node("Log", stones.factor(Factor.CARAT)), model.perLogCarat()));
    sum = graph.node("Add", sum, stones.lookUp(Feature.COLOR, Factor.COLOR, model.color()));
    sum = graph.node("Add", sum, stones.lookUp(Feature.CLARITY, Factor.CLARITY, model.clarity()));
    sum = graph.node("Add", sum, stones.lookUp(Feature.CUT, Factor.CUT, model.cut()));
    double[] slopes = model.proportions();
    for (int i = 0; i < slopes.length; i++) {
      Factor proportion = Factor.values()[Factor.DEPTH.ordinal() + i];
      sum = graph.node("Add", sum, scaled(stones.factor(proportion), slopes[i]));
    }
    return sum;
  }

  private String scaled(String value, double by) {
    return graph.node("Mul", value, graph.constant(by));
  }
}
