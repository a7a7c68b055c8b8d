package io.facet.registry.mlflow;

import io.facet.registry.runs.Run;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** The runs that go on. A run that nobody will end any more would seem to go on for ever. */
final class OpenRuns {

  private final Set<Run> open = ConcurrentHashMap.newKeySet();
  private final ReadWriteLock killing = new ReentrantReadWriteLock();

  <R extends Run> R begin(Supplier<R> start) {
    Lock alive = killing.readLock();
    alive.lock();
    try {
      R started = start.get();
      open.add(started);
      return started;
    } finally {
      alive.unlock();
    }
  }

  void end(Run run, Runnable ending) {
    Lock alive = killing.readLock();
    alive.lock();
    try {
      ending.run();
      open.remove(run);
    } finally {
      alive.unlock();
    }
  }

  /**
   * Ends them all. From then on this process is over, whatever its other threads still have in
   * mind: they begin and end no run any more but wait, since the lock isn't given back.
   */
  void kill() {
    killing.writeLock().lock();
    List.copyOf(open).forEach(run -> run.end(Run.Outcome.KILLED));
  }
}
