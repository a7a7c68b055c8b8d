package io.facet.training.pipeline;

import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.models.ModelRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs whose places go away in the middle, all at the same call. */
final class Breakage {

  private final int limit;
  private final AtomicInteger calls = new AtomicInteger();

  private Breakage(int limit) {
    this.limit = limit;
  }

  /** Runs undisturbed, and says how many calls to the places that takes. */
  static int calls(Story story) throws IOException, InterruptedException {
    Breakage none = new Breakage(Integer.MAX_VALUE);
    none.run(story);
    return none.calls.get();
  }

  /**
   * Runs until call number {@code call}, counted from 1: that one and all after it fail.
   *
   * @return whether the run broke off there, rather than ending before
   */
  static boolean at(int call, Story story) throws IOException, InterruptedException {
    try {
      new Breakage(call).run(story);
      return false;
    } catch (RegistryUnavailableException e) {
      return true;
    }
  }

  private void run(Story story) throws IOException, InterruptedException {
    story
        .pipeline(
            breaking(ObjectStore.class, story.files),
            breaking(ObjectStore.class, story.set),
            new Decision.Register(story.runs, breaking(ModelRegistry.class, story.models), "Ada"))
        .run();
  }

  private <T> T breaking(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (calls.incrementAndGet() >= limit) {
                throw new RegistryUnavailableException("gone", null);
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
