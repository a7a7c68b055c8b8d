package io.facet.training.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far long work has come: a bar on a terminal, a line a step elsewhere. */
final class Progress implements AutoCloseable {

  private final PrintWriter out;
  private final String task;
  private final int steps;
  private final @Nullable ProgressBar bar;

  Progress(PrintWriter out, String task, int steps) {
    this.out = out;
    this.task = task;
    this.steps = steps;
    this.bar =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
            ? bar(task, steps)
            : null;
  }

  void done(int step) {
    if (bar != null) {
      bar.stepTo(step);
    } else {
      out.printf("  %s: %d of %d%n", task, step, steps);
      out.flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private static ProgressBar bar(String task, int steps) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.ASCII)
        .build();
  }
}
