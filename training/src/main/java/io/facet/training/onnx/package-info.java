/** The appraiser as an ONNX graph, for everything that is not Java. */
@NullMarked
package io.facet.training.onnx;

import org.jspecify.annotations.NullMarked;
