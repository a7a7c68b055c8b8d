package io.facet.training.cli;

import io.facet.training.page.Wrapped;
import io.facet.training.pipeline.Received;
import io.facet.training.pipeline.Watcher;
import io.facet.training.quality.Bystander;
import java.io.PrintWriter;
import java.nio.file.Path;
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
  public Bystander reading(Path file, Bystander findings) {
    return new CheckProgress(out, file, findings);
  }

  @Override
  public void received(Received file) {
    String before =
        file.cameBefore() ? "its content came before, as " + file.receipt().name() + ": " : "";
    String verdict = file.receipt().isAccepted() ? "accepted" : "REFUSED";
    String filed = ", filed under " + file.receipt().filed();
    out.print(Wrapped.lines("    ", file.name() + ": " + before + verdict + filed));
    out.flush();
  }
}
