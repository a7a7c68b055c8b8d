package io.facet.training.cli;

import io.facet.training.selection.Sweep;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far long work has come: a bar on a terminal, a line a step elsewhere. */
final class Progress {

  /** What a sweep says while it goes on. */
  record Lines(PrintWriter out) implements Sweep.Watcher {

    @Override
    public IntConsumer begin(String task, int steps) {
      return Progress.of(out, task, steps);
    }
  }

  private final PrintWriter out;
  private final String task;
  private final int steps;
  private final @Nullable ProgressBar bar;

  private Progress(PrintWriter out, String task, int steps) {
    this.out = out;
    this.task = task;
    this.steps = steps;
    this.bar =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
            ? bar(task, steps)
            : null;
  }

  /** Progress of something whose end isn't known: a line now and then. */
  static IntConsumer looking(PrintWriter out, String family) {
    return looked -> {
      if (looked % 20 == 0) {
        out.printf("  %s: %d settings looked at%n", family, looked);
        out.flush();
      }
    };
  }

  /** Progress that ends with its last step. */
  static IntConsumer of(PrintWriter out, String task, int steps) {
    Progress progress = new Progress(out, task, steps);
    return step -> {
      progress.done(step);
      if (step == steps) {
        progress.close();
      }
    };
  }

  private void done(int step) {
    if (bar != null) {
      bar.stepTo(step);
    } else {
      out.printf("  %s: %d of %d%n", task, step, steps);
      out.flush();
    }
  }

  private void close() {
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
