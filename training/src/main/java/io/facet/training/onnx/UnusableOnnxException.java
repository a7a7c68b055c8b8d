package io.facet.training.onnx;

/** ONNX Runtime can't run a model; the cause says what it says. */
public final class UnusableOnnxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableOnnxException(Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
