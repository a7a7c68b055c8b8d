package io.facet.training.onnx;

import io.facet.valuation.price.Axis;
import io.facet.valuation.stone.Factor;
import io.facet.valuation.stone.Feature;
import java.util.List;

/** Where stones lie on the axes of their factors, and how near that is to some centres. */
record PlacesGraph(Graph graph, OnnxModel stones) {

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
   * exp(−d²/2) of the distance d from each centre along some factors: [stones, centres].
   *
   * @param positions of the stones on the axes of these factors, the first of which is {@code
   *     first}
   * @param centres positions on all nine axes, centre after centre
   * @param lengths in which distances are measured, one for each of the nine axes
   */
  String near(List<String> positions, int first, double[] centres, double[] lengths) {
    String squares = graph.constant(0);
    for (int i = 0; i < positions.size(); i++) {
      int factor = first + i;
      double[] column = new double[centres.length / Factor.COUNT];
      for (int centre = 0; centre < column.length; centre++) {
        column[centre] = centres[centre * Factor.COUNT + factor];
      }
      String distance =
          graph.node(
              "Div",
              graph.node("Sub", positions.get(i), graph.row(column)),
              graph.constant(lengths[factor]));
      squares = graph.node("Add", squares, graph.node("Mul", distance, distance));
    }
    return graph.node("Exp", graph.node("Mul", squares, graph.constant(-.5)));
  }
}
