package io.facet.training.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.facet.valuation.Appraiser;
import io.facet.valuation.CaratBand;
import io.facet.valuation.Uncertainty;
import io.facet.valuation.price.Blend;
import io.facet.valuation.price.LinearModel;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.stone.Factor;
import io.facet.valuation.stone.Feature;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * An appraiser as an ONNX graph of standard operators: nine columns in (grades as text, in the
 * trade's spelling), {@code estimate}, {@code low}, {@code high} in USD out. An unknown grade fails
 * the run, since it points beyond the table of grades.
 */
public final class OnnxModel {

  private static final long UNKNOWN = 1_000;

  private final Graph graph = new Graph();
  private final Map<Feature, String> columns = new EnumMap<>(Feature.class);

  private OnnxModel() {
    for (Feature feature : Feature.values()) {
      TensorProto.DataType type =
          feature.isGrade() ? TensorProto.DataType.STRING : TensorProto.DataType.DOUBLE;
      columns.put(feature, graph.input(feature.column(), type));
    }
  }

  /** The graph in ONNX's own format. */
  public static byte[] of(Appraiser appraiser) {
    OnnxModel onnx = new OnnxModel();
    Graph graph = onnx.graph;
    String logPrice = onnx.logPrice(appraiser.model());
    String spread = onnx.spread(appraiser.uncertainty());
    List<CaratBand> bands = appraiser.ranges().bands();
    RangeGraph ranges = new RangeGraph(graph, onnx);
    graph.output("estimate", graph.node("Exp", logPrice));
    graph.output("low", ranges.end(logPrice, spread, bands, CaratBand.Ends::low));
    graph.output("high", ranges.end(logPrice, spread, bands, CaratBand.Ends::high));
    return graph.toBytes("1");
  }

  private String logPrice(PriceModel model) {
    return switch (model) {
      case LinearModel linear -> new LinearGraph(graph, this).logPrice(linear);
      case PriceList list -> new PriceListGraph(graph, this).logPrice(list);
      case TreeEnsemble trees -> new TreeGraph(graph).logPrice(trees, factors());
      case Blend blend -> blended(blend);
    };
  }

  private String spread(Uncertainty uncertainty) {
    String spread = graph.node("Exp", logPrice(uncertainty.logSpread()));
    return uncertainty
        .doubt()
        .map(doubt -> graph.node("Mul", spread, new RangeGraph(graph, this).widening(doubt)))
        .orElse(spread);
  }

  private String blended(Blend blend) {
    String sum = graph.constant(0);
    for (Blend.Part part : blend.parts()) {
      String share = graph.node("Mul", logPrice(part.model()), graph.constant(part.weight()));
      sum = graph.node("Add", sum, share);
    }
    return sum;
  }

  /** The nine factors side by side: [stones, 9]. */
  private String factors() {
    List<String> factors = List.of(Factor.values()).stream().map(this::factor).toList();
    return graph.node("Concat", factors, List.of(Attributes.integer("axis", 1)));
  }

  /** One factor as a column, computed as {@link Factor#of} does. */
  String factor(Factor factor) {
    return switch (factor) {
      case CARAT -> column(Feature.CARAT);
      case COLOR -> lookUp(Feature.COLOR, factor, positions(factor));
      case CLARITY -> lookUp(Feature.CLARITY, factor, positions(factor));
      case CUT -> lookUp(Feature.CUT, factor, positions(factor));
      case DEPTH -> column(Feature.DEPTH);
      case TABLE -> column(Feature.TABLE);
      case SPREAD ->
          graph.node(
              "Div",
              column(Feature.X),
              graph.node("Pow", column(Feature.CARAT), graph.constant(1.0 / 3)));
      case ROUNDNESS -> graph.node("Div", column(Feature.Y), column(Feature.X));
      case HEIGHT -> graph.node("Sub", measuredDepth(), column(Feature.DEPTH));
    };
  }

  /** The number that {@code table} has for the grade of each stone. */
  String lookUp(Feature feature, Factor factor, double[] table) {
    return graph.node("Gather", graph.table(table), position(feature, factor));
  }

  /** The position of each stone's grade as a whole number, far too large for an unknown grade. */
  String position(Feature feature, Factor factor) {
    List<String> grades = factor.grades();
    return graph.mlNode(
        "LabelEncoder",
        List.of(column(feature)),
        List.of(
            Attributes.texts("keys_strings", grades),
            Attributes.integers(
                "values_int64s", LongStream.range(0, grades.size()).boxed().toList()),
            Attributes.integer("default_int64", UNKNOWN)));
  }

  private String measuredDepth() {
    String diameter = graph.node("Sqrt", graph.node("Mul", column(Feature.X), column(Feature.Y)));
    return graph.node("Div", graph.node("Mul", column(Feature.Z), graph.constant(100)), diameter);
  }

  private String column(Feature feature) {
    String column = columns.get(feature);
    if (column == null) {
      throw new IllegalStateException("no column " + feature);
    }
    return column;
  }

  private static double[] positions(Factor factor) {
    double[] positions = new double[factor.grades().size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i;
    }
    return positions;
  }
}
