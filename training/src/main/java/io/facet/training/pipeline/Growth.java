package io.facet.training.pipeline;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.Scratch;
import io.facet.registry.memory.InMemoryArtifactStore;
import io.facet.registry.memory.InMemoryModelRegistry;
import io.facet.registry.memory.InMemoryRunTracker;
import io.facet.registry.storage.Storage;
import io.facet.registry.storage.Storages;
import io.facet.training.evaluation.Figures;
import io.facet.training.evaluation.Priced;
import io.facet.training.families.ModelFamily;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the pipeline is good for: how the newest model does on stones that none has learned from, as
 * batch after batch arrives. It runs on folders that are thrown away and a registry in memory.
 *
 * @param file that arrived; that of the beginning for the first
 * @param outcome of the run
 * @param unseen how the model that was learned then prices the market
 */
public record Growth(String file, Outcome outcome, Figures unseen) {

  /**
   * Lets {@code fresh} files arrive one after the other.
   *
   * @param base what everything begins with
   * @param market stones to be asked about; those that are in any of the files are left out
   */
  public static List<Growth> measure(
      Path base, List<Path> fresh, Path market, ModelFamily family, long seed, Watcher watcher)
      throws IOException, InterruptedException {
    List<Path> all = new ArrayList<>(List.of(base));
    all.addAll(fresh);
    List<Appraisal> unseen = unseen(market, all);
    List<Growth> growth = new ArrayList<>();
    try (Scratch scratch = Scratch.open()) {
      InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
      InMemoryRunTracker runs = new InMemoryRunTracker(artifacts);
      InMemoryModelRegistry models = new InMemoryModelRegistry(runs, artifacts);
      Storages storages = Storages.of(Map.of());
      Path arriving = Files.createDirectories(scratch.resolve("incoming"));
      Storage incoming = storages.at(arriving.toString());
      Storage kept = storages.at(scratch.resolve("training-set").toString());
      Pipeline pipeline =
          new Pipeline(
              incoming,
              Duration.ZERO,
              Optional.empty(),
              kept,
              base,
              new Learning(family, seed, scratch.resolve("models")),
              models,
              new Decision.Register(runs, models, "bench"),
              watcher,
              Clock.systemUTC());
      for (Path file : all) {
        if (!file.equals(base)) {
          Files.copy(file, arriving.resolve(file.getFileName()));
        }
        Outcome outcome = pipeline.run().orElseThrow();
        Path folder = scratch.resolve("version-" + growth.size());
        models.download(models.versions().getFirst().version(), folder);
        growth.add(
            new Growth(
                String.valueOf(file.getFileName()),
                outcome,
                ask(ModelFolder.open(folder), unseen)));
      }
    }
    return growth;
  }

  private static List<Appraisal> unseen(Path market, List<Path> files) {
    Set<Diamond> seen = new HashSet<>();
    TrainingData.read(files).stones().forEach(one -> seen.add(one.stone()));
    return TrainingData.read(List.of(market)).stones().stream()
        .filter(one -> !seen.contains(one.stone()))
        .toList();
  }

  private static Figures ask(ModelFolder model, List<Appraisal> stones) {
    return Figures.of(
        stones.stream()
            .map(
                one -> Priced.of(one.stone(), one.price(), model.appraiser().estimate(one.stone())))
            .toList());
  }
}
