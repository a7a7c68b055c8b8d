package io.facet.training.cli;

import io.facet.training.pipeline.Received;
import io.facet.training.pipeline.Watcher;
import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** What a pipeline says while it goes on. */
record PipelineLines(PrintWriter out) implements Watcher {

  @Override
  public void step(String words) {
    out.println("  " + words);
    out.flush();
  }

  @Override
  public IntConsumer progress(String task, int steps) {
    return Progress.of(out, task, steps);
  }

  @Override
  public void received(Received file) {
    if (file.cameBefore()) {
      out.printf("    %s: its content came before, as %s%n", file.name(), file.receipt().name());
    } else {
      out.printf(
          "    %s: %s, filed under %s%n",
          file.name(),
          file.receipt().isAccepted() ? "accepted" : "REFUSED",
          file.receipt().filed());
    }
    out.flush();
  }
}
