package io.facet.training.pipeline;

import java.util.function.IntConsumer;

/** Is told how a run goes on. */
public interface Watcher {

  /** The step that begins now, in a few words. */
  void step(String words);

  /** How far {@code task} has come, from 1 to {@code steps}. */
  IntConsumer progress(String task, int steps);

  /** A file has been looked at and filed. */
  void received(Received file);
}
