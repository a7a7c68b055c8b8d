package io.facet.training.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** An ONNX graph under construction. Values are named; every column has the shape [stones, 1]. */
final class Graph {

  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;
  private static final int ML_OPSET = 3;
  private static final String ML = "ai.onnx.ml";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("facet");
  private int names;

  /** A column that the caller gives. */
  String input(String name, TensorProto.DataType type) {
    graph.addInput(column(name, type));
    return name;
  }

  /** Calls {@code value} by {@code name} and hands it to the caller. */
  void output(String name, String value) {
    graph.addNode(NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(name));
    graph.addOutput(column(name, TensorProto.DataType.DOUBLE));
  }

  String constant(double value) {
    return table(new double[] {value});
  }

  /** A vector of numbers. */
  String table(double[] values) {
    return initializer(tensor(values).toBuilder());
  }

  /** Numbers side by side, one row for all stones: [1, n]. */
  String row(double[] values) {
    return initializer(tensor(values).toBuilder().clearDims().addDims(1).addDims(values.length));
  }

  /** Numbers one below the other: [n, 1]. */
  String column(double[] values) {
    return initializer(tensor(values).toBuilder().clearDims().addDims(values.length).addDims(1));
  }

  /** Numbers in rows of {@code columns} each. */
  String matrix(double[] values, int columns) {
    return initializer(
        tensor(values).toBuilder().clearDims().addDims(values.length / columns).addDims(columns));
  }

  /** The sum of each stone's row: [stones, 1]. */
  String sumOfRow(String value) {
    return node(
        "ReduceSum", List.of(value, integers(1)), List.of(Attributes.integer("keepdims", 1)));
  }

  /** A whole number, without a dimension. */
  String integer(long value) {
    return initializer(integerTensor(value));
  }

  /** Whole numbers, such as the axes of a sum. */
  String integers(long... values) {
    return initializer(integerTensor(values).addDims(values.length));
  }

  String node(String operator, String... inputs) {
    return node(operator, List.of(inputs), List.of());
  }

  String node(String operator, List<String> inputs, List<AttributeProto> attributes) {
    return add("", operator, inputs, attributes);
  }

  /** A node of the operators for classical models. */
  String mlNode(String operator, List<String> inputs, List<AttributeProto> attributes) {
    return add(ML, operator, inputs, attributes);
  }

  byte[] toBytes(String producerVersion) {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("facet")
        .setProducerVersion(producerVersion)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(ML).setVersion(ML_OPSET))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  static TensorProto tensor(double[] values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setDataType(TensorProto.DataType.DOUBLE.getNumber())
            .addDims(values.length);
    for (double value : values) {
      tensor.addDoubleData(value);
    }
    return tensor.build();
  }

  private static TensorProto.Builder integerTensor(long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setDataType(TensorProto.DataType.INT64.getNumber());
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    return tensor;
  }

  private String initializer(TensorProto.Builder tensor) {
    String name = fresh();
    graph.addInitializer(tensor.setName(name));
    return name;
  }

  private String add(
      String domain, String operator, List<String> inputs, List<AttributeProto> attributes) {
    String output = fresh();
    graph.addNode(
        NodeProto.newBuilder()
            .setDomain(domain)
            .setOpType(operator)
            .setName(operator + "_" + output)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(attributes));
    return output;
  }

  private String fresh() {
    return "v" + names++;
  }

  private static ValueInfoProto column(String name, TensorProto.DataType type) {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("stones"))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(1))
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }
}
