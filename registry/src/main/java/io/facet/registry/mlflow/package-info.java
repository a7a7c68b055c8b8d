/** Runs, models and artifacts in MLflow 3, over HTTP. */
@NullMarked
package io.facet.registry.mlflow;

import org.jspecify.annotations.NullMarked;
