package io.facet.training.speed;

import io.facet.registry.folder.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures all tasks on one model folder and the same stones, one task after the other.
 *
 * @param model the folder
 * @param effort how long to measure
 * @param logs folder for JMH's own words, a file a task
 */
public record SpeedBench(ModelFolder model, Effort effort, Path logs) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** How long a task is measured. */
  public enum Effort {
    /** About 10 s a task, in two fresh JVMs, because two don't compile the same code alike. */
    THOROUGH(2, 4, 500),
    /** Too short to mean anything, and in this JVM: shows that it works. */
    QUICK(0, 3, 10);

    private final int forks;
    private final int iterations;
    private final int millis;

    Effort(int forks, int iterations, int millis) {
      this.forks = forks;
      this.iterations = iterations;
      this.millis = millis;
    }
  }

  /** What can be measured on this folder. */
  public Set<Task> tasks() {
    Set<Task> tasks = EnumSet.allOf(Task.class);
    if (model.comparables().isEmpty()) {
      tasks.removeAll(EnumSet.of(Task.NEAREST, Task.NEAREST_OF_MANY, Task.STRICT_OF_MANY));
    }
    if (!Files.exists(model.path().resolve(OnnxStone.FILE))) {
      tasks.remove(Task.ONNX);
      tasks.remove(Task.ONNX_TENSORS);
    }
    return tasks;
  }

  /** How many stones each task is asked about in turn. */
  public int stones() {
    return AskedStones.of(model).size();
  }

  /**
   * Measures.
   *
   * @param done is told how many tasks are done
   * @throws SpeedException when a benchmark didn't come to its end
   */
  public Map<Task, Measured> run(IntConsumer done) throws IOException {
    Files.createDirectories(logs);
    Map<Task, Measured> measured = new EnumMap<>(Task.class);
    for (Task task : tasks()) {
      measured.put(task, measure(task));
      done.accept(measured.size());
    }
    return measured;
  }

  private Measured measure(Task task) {
    Path log = logs.resolve(task.name().toLowerCase(Locale.ROOT) + ".log");
    if (effort == Effort.QUICK) {
      // Two quick runs may well disturb each other; two thorough ones are refused by JMH.
      System.setProperty("jmh.ignoreLock", "true");
    }
    try {
      RunResult result = new Runner(options(task, log)).runSingle();
      Result<?> time = result.getPrimaryResult();
      return new Measured(time.getScore(), time.getScoreError(), allocated(result));
    } catch (RunnerException e) {
      throw new SpeedException(
          "\"%s\" could not be measured: %s; the details are in %s"
              .formatted(task.words(), e.getMessage(), log),
          e);
    }
  }

  private static double allocated(RunResult result) {
    @Nullable Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
    return bytes == null ? Double.NaN : bytes.getScore();
  }

  private Options options(Task task, Path log) {
    TimeValue time = TimeValue.milliseconds(effort.millis);
    return new OptionsBuilder()
        .include("^" + Pattern.quote(task.benchmark()) + "$")
        .param("folder", model.path().toAbsolutePath().toString())
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.MICROSECONDS)
        .threads(1)
        .forks(effort.forks)
        .warmupIterations(effort.iterations)
        .warmupTime(time)
        .measurementIterations(effort.iterations)
        .measurementTime(time)
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .output(log.toString())
        .build();
  }
}
