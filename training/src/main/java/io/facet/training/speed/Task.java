package io.facet.training.speed;

/** What is measured, each by a benchmark of its own. */
public enum Task {
  ESTIMATE("Facet: price, range and caveats", FacetSpeed.class, "estimate"),
  VALUE("Facet: the same with reasons", FacetSpeed.class, "value"),
  LOG_PRICE("Facet: log price alone", FacetSpeed.class, "logPrice"),
  NEAREST("Facet: five nearest stones", ComparablesSpeed.class, "nearest"),
  NEAREST_OF_MANY("Facet: five of 50,000", LargeCollectionSpeed.class, "nearest"),
  STRICT_OF_MANY("Facet: five of 50,000, strict", LargeCollectionSpeed.class, "strict"),
  ONNX("ONNX Runtime: price and range", OnnxSpeed.class, "stone"),
  ONNX_TENSORS("ONNX Runtime: tensors given", OnnxSpeed.class, "tensors");

  private final String words;
  private final Class<?> type;
  private final String method;

  Task(String words, Class<?> type, String method) {
    this.words = words;
    this.type = type;
    this.method = method;
  }

  public String words() {
    return words;
  }

  /** As JMH names it. */
  String benchmark() {
    return type.getName() + "." + method;
  }
}
