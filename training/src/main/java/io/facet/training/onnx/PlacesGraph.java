package io.facet.training.onnx;

import io.facet.valuation.price.Axis;
import io.facet.valuation.price.Bumps;
import io.facet.valuation.stone.Factor;
import io.facet.valuation.stone.Feature;
import java.util.List;

/** Where stones lie on the axes of their factors, and how near that is to some centres. */
record PlacesGraph(Graph graph, OnnxModel stones) {

  private static final double SQRT_3 = Math.sqrt(3);

  /** The position of each stone on {@code axis}: [stones, 1]. */
  String position(Factor factor, Axis axis) {
    return switch (axis) {
      case Axis.Graded graded ->
          graph.node(
              "Gather",
              graph.table(graded.positions()),
              stones.position(Feature.valueOf(factor.name()), factor));
      case Axis.Measured measured -> {
        String told =
            graph.node(
                "Min",
                graph.node("Max", stones.factor(factor), graph.constant(measured.lowest())),
                graph.constant(measured.highest()));
        String value = measured.logarithmic() ? graph.node("Log", told) : told;
        String centred = graph.node("Sub", value, graph.constant(measured.mean()));
        yield graph.node("Div", centred, graph.constant(measured.deviation()));
      }
    };
  }

  /**
   * What is left of a bump around each centre, along some factors: [stones, centres].
   *
   * @param positions of the stones on the axes of these factors, the first of which is {@code
   *     first}
   * @param centres positions on all nine axes, centre after centre
   * @param lengths in which distances are measured, one for each of the nine axes
   */
  String near(
      Bumps.Shape shape, List<String> positions, int first, double[] centres, double[] lengths) {
    String product = graph.constant(1);
    String exponent = graph.constant(0);
    for (int i = 0; i < positions.size(); i++) {
      String distance = distance(positions.get(i), first + i, centres, lengths);
      switch (shape) {
        case ROUND -> {
          String square = graph.node("Mul", distance, distance);
          exponent = graph.node("Sub", exponent, graph.node("Mul", square, graph.constant(.5)));
        }
        case POINTED -> {
          String far = graph.node("Mul", graph.node("Abs", distance), graph.constant(SQRT_3));
          product = graph.node("Mul", product, graph.node("Add", far, graph.constant(1)));
          exponent = graph.node("Sub", exponent, far);
        }
      }
    }
    return graph.node("Mul", product, graph.node("Exp", exponent));
  }

  private String distance(String position, int factor, double[] centres, double[] lengths) {
    double[] column = new double[centres.length / Factor.COUNT];
    for (int centre = 0; centre < column.length; centre++) {
      column[centre] = centres[centre * Factor.COUNT + factor];
    }
    return graph.node(
        "Div", graph.node("Sub", position, graph.row(column)), graph.constant(lengths[factor]));
  }
}
