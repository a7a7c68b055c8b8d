package io.facet.training.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.facet.registry.folder.ModelFolder;
import io.facet.training.card.ModelCard;
import io.facet.training.drift.Learned;
import io.facet.training.evaluation.PricedFile;
import io.facet.training.learning.Trained;
import io.facet.training.onnx.OnnxModel;
import io.facet.training.plots.Plots;
import io.facet.training.plots.Reliability;
import io.facet.training.plots.Residuals;
import io.facet.training.pricelist.PriceSheet;
import io.facet.training.selection.SweepReport;
import io.facet.training.stones.SetAside;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraisal;
import io.facet.valuation.file.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a trained model as a folder. What people look at (plots, set-aside rows, a sweep) lies in
 * {@code training/}, so that a folder registered later has all that one registered at once would
 * have.
 */
public final class TrainedFolder {

  private TrainedFolder() {}

  /** Writes {@code trained} into {@code target}, which exists only once it is whole. */
  public static ModelFolder write(Path target, Trained trained, TrainingData data)
      throws IOException {
    return write(target, trained, data, Optional.empty());
  }

  /** The same with what a sweep found, where {@code trained} is its winner. */
  public static ModelFolder write(
      Path target, Trained trained, TrainingData data, Optional<SweepReport> sweep)
      throws IOException {
    Path folder = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
    Files.createDirectories(folder.resolve("training"));
    Files.createDirectories(folder.resolve("code"));
    Files.write(
        folder.resolve(ModelFolder.NATIVE), ModelFile.write(trained.appraiser(), trained.golden()));
    Files.write(folder.resolve("model.onnx"), OnnxModel.of(trained.appraiser()));
    Files.writeString(
        folder.resolve("MLmodel"), MlmodelFile.text(trained.provenance().trainedAt()));
    Files.writeString(folder.resolve("model-card.md"), ModelCard.of(trained));
    PriceSheet.of(trained.appraiser(), data.stones(), date(trained)).write(folder);
    copy("facet_pyfunc.py", folder.resolve("code"));
    for (String name :
        new String[] {"requirements.txt", "conda.yaml", "python_env.yaml", "input_example.json"}) {
      copy(name, folder);
    }
    ModelFolder.write(folder, trained.provenance());
    ModelFolder.write(folder, data.stones());
    Learned.profile(trained.validation().priced()).write(folder);
    draw(trained, data, folder.resolve("training"));
    list(data, folder.resolve("training/set-aside.csv"));
    PricedFile.write(folder.resolve(PricedFile.OUT_OF_FOLD), trained.validation().priced());
    if (sweep.isPresent()) {
      sweep.get().write(folder.resolve("training"));
    }
    ModelFolder.seal(folder);
    Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    return ModelFolder.open(target);
  }

  private static void draw(Trained trained, TrainingData data, Path folder) throws IOException {
    Plots.actualAgainstEstimate(
        trained.validation(), folder.resolve("actual-against-estimate.png"));
    Plots.errorByCarat(trained.validation(), folder.resolve("error-by-carat.png"));
    Residuals.byWeight(trained.validation().priced(), folder.resolve("residual-by-weight.png"));
    Residuals.byEstimate(trained.validation().priced(), folder.resolve("residual-by-estimate.png"));
    Reliability.draw(trained.validation().priced(), folder.resolve("reliability.png"));
    Plots.importance(
        trained.appraiser(),
        data.stones().stream().map(Appraisal::stone).toList(),
        folder.resolve("importance.png"));
  }

  private static LocalDate date(Trained trained) {
    return LocalDate.ofInstant(trained.provenance().trainedAt(), ZoneOffset.UTC);
  }

  private static void list(TrainingData data, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("file", "line", "column", "value", "problem");
      for (SetAside row : data.setAside()) {
        csv.writeRecord(
            row.file(), Long.toString(row.line()), row.column(), row.value(), row.problem());
      }
    }
  }

  private static void copy(String resource, Path folder) throws IOException {
    try (InputStream in = TrainedFolder.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      Files.copy(in, folder.resolve(resource));
    }
  }
}
