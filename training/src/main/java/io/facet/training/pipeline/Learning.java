package io.facet.training.pipeline;

import io.facet.registry.folder.Folders;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.UnusableFolderException;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.families.ModelFamily;
import io.facet.training.folder.TrainedFolder;
import io.facet.training.learning.Trained;
import io.facet.training.stones.TrainingData;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * How a run learns.
 *
 * @param family to be learned
 * @param seed of all that is random
 * @param work where packaged models lie until they are registered, and longer
 */
public record Learning(ModelFamily family, long seed, Path work) {

  private static final int SHORT_DIGEST = 12;

  /** The model of {@code data}; one that an earlier run has packaged is taken as it is. */
  ModelFolder learn(TrainingData data, String digest, Steps steps) throws IOException {
    Path folder =
        work.resolve(
            "pipeline-%s-%s-%d".formatted(digest.substring(0, SHORT_DIGEST), family.name(), seed));
    if (Files.isDirectory(folder)) {
      try {
        return ModelFolder.open(folder);
      } catch (UnusableFolderException e) {
        Folders.delete(folder);
      }
    }
    // How much may be wrong with a file was asked when it came.
    data.requireEnough();
    steps.begin("compare out of fold");
    CrossValidation validation =
        Trained.validate(
            family, data, seed, steps.watcher().progress(family.name(), CrossValidation.FOLDS));
    steps.begin("learn from all");
    Trained trained = Trained.refit(family, data, validation, seed, Clock.systemUTC());
    steps.begin("package");
    Files.createDirectories(work);
    sweep(folder);
    return TrainedFolder.write(folder, trained, data);
  }

  /** What runs have left behind that were ended while they wrote {@code folder}. */
  private static void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> unfinished =
        Files.newDirectoryStream(folder.getParent(), folder.getFileName() + ".*.part")) {
      for (Path one : unfinished) {
        Folders.delete(one);
      }
    }
  }
}
