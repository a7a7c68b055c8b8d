package io.facet.training.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.facet.valuation.price.Axis;
import io.facet.valuation.price.Bumps;
import io.facet.valuation.price.Correction;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.stone.Factor;
import io.facet.valuation.stone.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A price list as a look-up between two listed weights, its correction as distances to centres. */
record PriceListGraph(Graph graph, OnnxModel stones) {

  private static final int FIRST_PROPORTION = Factor.DEPTH.ordinal();

  String logPrice(PriceList list) {
    return graph.node("Add", listed(list), correction(list.correction()));
  }

  private String listed(PriceList list) {
    double[] logCarats = Arrays.stream(list.carats()).map(Math::log).toArray();
    String logCarat = graph.node("Log", stones.factor(Factor.CARAT));
    String interval = interval(logCarat, logCarats);
    String next = graph.node("Add", interval, graph.integer(1));
    String from = graph.node("Gather", graph.table(logCarats), interval);
    String to = graph.node("Gather", graph.table(logCarats), next);
    String way = graph.node("Div", graph.node("Sub", logCarat, from), graph.node("Sub", to, from));
    String row = row();
    String prices = graph.table(list.logPrices());
    String low = at(prices, interval, row);
    String high = at(prices, next, row);
    return graph.node("Add", low, graph.node("Mul", way, graph.node("Sub", high, low)));
  }

  /** How many listed weights lie at or below the stone's, less one, within the list. */
  private String interval(String logCarat, double[] logCarats) {
    String reached = graph.node("GreaterOrEqual", logCarat, graph.row(logCarats));
    String count = graph.sumOfRow(cast(reached, DataType.INT64));
    String below = graph.node("Sub", count, graph.integer(1));
    return graph.node(
        "Min", graph.node("Max", below, graph.integer(0)), graph.integer(logCarats.length - 2L));
  }

  private String row() {
    String color = stones.position(Feature.COLOR, Factor.COLOR);
    String clarity = stones.position(Feature.CLARITY, Factor.CLARITY);
    String cut = stones.position(Feature.CUT, Factor.CUT);
    String row = graph.node("Mul", color, graph.integer(PriceList.row(1, 0, 0)));
    row = graph.node("Add", row, graph.node("Mul", clarity, graph.integer(PriceList.row(0, 1, 0))));
    return graph.node("Add", row, graph.node("Mul", cut, graph.integer(PriceList.row(0, 0, 1))));
  }

  private String at(String prices, String weight, String row) {
    String start = graph.node("Mul", weight, graph.integer(PriceList.ROWS));
    return graph.node("Gather", prices, graph.node("Add", start, row));
  }

  private String correction(Correction correction) {
    List<String> positions = new ArrayList<>();
    double[] typical = new double[Factor.COUNT];
    for (Factor factor : Factor.values()) {
      Axis axis = correction.axes().get(factor.ordinal());
      positions.add(places().position(factor, axis));
      if (factor.ordinal() >= FIRST_PROPORTION) {
        typical[factor.ordinal()] =
            axis.position(correction.typical()[factor.ordinal() - FIRST_PROPORTION]);
      }
    }
    String sum = graph.constant(0);
    for (int i = FIRST_PROPORTION; i < Factor.COUNT; i++) {
      String departs = graph.node("Sub", positions.get(i), graph.constant(typical[i]));
      String slope = graph.constant(correction.slopes()[i - FIRST_PROPORTION]);
      sum = graph.node("Add", sum, graph.node("Mul", slope, departs));
    }
    for (Bumps bumps : correction.bumps()) {
      sum = graph.node("Add", sum, bumps(bumps, positions, typical));
    }
    return sum;
  }

  private String bumps(Bumps bumps, List<String> positions, double[] typical) {
    String body = near(bumps, positions.subList(0, FIRST_PROPORTION), 0);
    String shape = near(bumps, positions.subList(FIRST_PROPORTION, Factor.COUNT), FIRST_PROPORTION);
    List<String> ordinary = new ArrayList<>();
    for (int i = FIRST_PROPORTION; i < Factor.COUNT; i++) {
      ordinary.add(graph.row(new double[] {typical[i]}));
    }
    String departs = graph.node("Sub", shape, near(bumps, ordinary, FIRST_PROPORTION));
    return graph.node("MatMul", graph.node("Mul", body, departs), graph.column(bumps.weights()));
  }

  private String near(Bumps bumps, List<String> positions, int first) {
    return places().near(bumps.shape(), positions, first, bumps.centres(), bumps.lengths());
  }

  private PlacesGraph places() {
    return new PlacesGraph(graph, stones);
  }

  private String cast(String value, DataType type) {
    return graph.node("Cast", List.of(value), List.of(Attributes.integer("to", type.getNumber())));
  }
}
