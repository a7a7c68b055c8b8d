/** How fast a model answers, and how fast ONNX Runtime answers with the same model: JMH. */
@NullMarked
package io.facet.training.speed;

import org.jspecify.annotations.NullMarked;
