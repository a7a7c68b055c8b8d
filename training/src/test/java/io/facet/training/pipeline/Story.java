package io.facet.training.pipeline;

import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.files.FolderArtifactStore;
import io.facet.registry.memory.InMemoryArtifactStore;
import io.facet.registry.memory.InMemoryLeases;
import io.facet.registry.memory.InMemoryModelRegistry;
import io.facet.registry.memory.InMemoryRunTracker;
import io.facet.registry.storage.Storage;
import io.facet.training.Collection;
import io.facet.training.families.Families;
import io.facet.training.quality.Bystander;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.StonesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** A pipeline on a folder and a registry in memory, which learns the quickest family. */
final class Story {

  final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
  final InMemoryRunTracker runs = new InMemoryRunTracker(artifacts);
  final InMemoryModelRegistry models = new InMemoryModelRegistry(runs, artifacts);
  final InMemoryLeases leases = new InMemoryLeases();
  final ExpertsDesk desk = new ExpertsDesk();
  final Path incoming;
  final ObjectStore files;
  final ObjectStore set;
  private final Path base;
  private final Path work;

  /**
   * Begins with the first {@code stones} of the collection.
   *
   * @param work where models are packaged; stories that share it learn the same only once
   */
  Story(Path folder, Path work, int stones) {
    incoming = folder.resolve("incoming");
    files = new FolderArtifactStore(incoming);
    set = new FolderArtifactStore(folder.resolve("training-set"));
    this.work = work;
    base = write(folder.resolve("base.csv"), Collection.some(stones));
  }

  /** Lets a file with those stones arrive. */
  void arrives(String name, List<Appraisal> stones) {
    write(incoming.resolve(name), stones);
  }

  void arrives(String name, String content) {
    try {
      Files.createDirectories(incoming);
      Files.writeString(incoming.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Pipeline pipeline() {
    return pipeline(files, set, new Decision.Register(runs, models, "Ada"));
  }

  Pipeline pipeline(ObjectStore arriving, ObjectStore kept, Decision decision) {
    return new Pipeline(
        new Storage("incoming", arriving, leases),
        Duration.ZERO,
        Optional.of(desk),
        new Storage("training-set", kept, leases),
        base,
        new Learning(Families.named("linear", true).orElseThrow(), 1, work),
        models,
        decision,
        new Silent(),
        Clock.systemUTC());
  }

  Outcome run() throws IOException, InterruptedException {
    return pipeline().run().orElseThrow();
  }

  private static Path write(Path file, List<Appraisal> stones) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, StonesFile.write(stones));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static final class Silent implements Watcher {

    @Override
    public void step(String words) {}

    @Override
    public IntConsumer progress(String task, int steps) {
      return step -> {};
    }

    @Override
    public Bystander reading(Path file, Bystander findings) {
      return findings;
    }

    @Override
    public void received(Received file) {}
  }
}
