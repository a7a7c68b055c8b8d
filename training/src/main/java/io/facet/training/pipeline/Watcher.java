package io.facet.training.pipeline;

import io.facet.training.quality.Bystander;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** Is told how a run goes on. */
public interface Watcher {

  /** The step that begins now, in a few words. */
  void step(String words);

  /** How far {@code task} has come, from 1 to {@code steps}. */
  IntConsumer progress(String task, int steps);

  /**
   * Who is told how far a long file has been read.
   *
   * @param findings is told all the same
   */
  Bystander reading(Path file, Bystander findings);

  /** A file has been looked at and filed. */
  void received(Received file);
}
