package io.facet.training.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.files.FolderArtifactStore;
import io.facet.registry.folder.Checksums;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.Provenance;
import io.facet.training.Collection;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.training.folder.TrainedFolder;
import io.facet.training.learning.Trained;
import io.facet.training.pipeline.TrainingSet;
import io.facet.training.stones.RefusedFileException;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.StonesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTest {

  @TempDir private Path folder;
  private Path first;
  private Path second;
  private TrainingSet set;

  @BeforeEach
  void files() throws IOException {
    List<Appraisal> stones = Collection.some(1_400);
    first = Files.write(folder.resolve("first.csv"), StonesFile.write(stones.subList(0, 900)));
    second =
        Files.write(folder.resolve("second.csv"), StonesFile.write(stones.subList(900, 1_400)));
    set = new TrainingSet(new FolderArtifactStore(folder.resolve("training-set")));
  }

  @Test
  void a_random_family_learned_again_is_the_same_byte_for_byte_wherever_its_files_are_found()
      throws IOException {
    ModelFolder original = learned("random-forest", 7, first, second);
    Path stored = folder.resolve("training-set/stones/" + Checksums.sha256(first) + ".csv");
    Files.createDirectories(stored.getParent());
    Files.move(first, stored);
    Path renamed = Files.move(second, folder.resolve("whatever.csv"));

    Reproduction again = reproduce(original, new Stones(List.of(renamed), set));

    assertThat(again.changed()).isEmpty();
    assertThat(again.isIdentical()).isTrue();
    assertThat(again.otherwise()).isEmpty();
    assertThat(again.apart()).isZero();
  }

  @Test
  void what_was_learned_otherwise_is_told_with_how_far_the_prices_lie_apart() throws IOException {
    ModelFolder original = learned("linear", 1, first);
    Provenance provenance = original.provenance();
    Provenance other =
        new Provenance(
            provenance.trainedAt(),
            "random-forest",
            provenance.seed(),
            provenance.parameters(),
            provenance.data(),
            "0123abc",
            provenance.versions(),
            provenance.metrics());

    Reproduction again =
        reproduce(
            new ModelFolder(original.path(), original.appraiser(), other),
            new Stones(List.of(first), set));

    assertThat(again.isIdentical()).isFalse();
    assertThat(again.changed()).contains("model.facet", "model.onnx", "provenance.json");
    assertThat(again.otherwise()).anyMatch(line -> line.startsWith("commit: 0123abc then, "));
    assertThat(again.apart()).isGreaterThan(.01);
  }

  @Test
  void files_that_are_nowhere_or_were_changed_are_all_named() throws IOException {
    ModelFolder original = learned("linear", 1, first, second);
    Files.writeString(first, Files.readString(first) + "\n");

    assertThatThrownBy(() -> reproduce(original, new Stones(List.of(first), set)))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("first.csv (SHA-256 ")
        .hasMessageContaining("second.csv (SHA-256 ");
  }

  private ModelFolder learned(String name, long seed, Path... files) throws IOException {
    TrainingData data = TrainingData.read(List.of(files));
    ModelFamily family = Families.named(name, true).orElseThrow();
    return TrainedFolder.write(
        folder.resolve("original"),
        Trained.refit(
            family,
            data,
            Trained.validate(family, data, seed, fold -> {}),
            seed,
            Clock.systemUTC()),
        data);
  }

  private Reproduction reproduce(ModelFolder original, Stones stones) throws IOException {
    return Reproduction.of(
        original, stones, folder.resolve("scratch"), folder.resolve("again"), fold -> {});
  }
}
