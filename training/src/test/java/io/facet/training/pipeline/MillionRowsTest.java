package io.facet.training.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.JavaProcess;
import io.facet.registry.files.FolderArtifactStore;
import io.facet.registry.folder.ModelFolder;
import io.facet.training.Collection;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.training.folder.TrainedFolder;
import io.facet.training.learning.Trained;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.StonesFile;
import io.facet.valuation.stone.Diamond;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch need not fit into memory. */
class MillionRowsTest {

  private static final int ROWS = 1_000_000;

  @TempDir private Path folder;

  @Test
  void a_million_stones_are_checked_and_filed_in_a_heap_that_is_smaller_than_their_file()
      throws Exception {
    TrainingData collection = Collection.data();
    ModelFamily linear = Families.named("linear", true).orElseThrow();
    CrossValidation validation = Trained.validate(linear, collection, 1, step -> {});
    Trained trained = Trained.refit(linear, collection, validation, 1, Clock.systemUTC());
    Path champion = TrainedFolder.write(folder.resolve("model"), trained, collection).path();
    Path file = folder.resolve("million.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      StonesFile.write(different(collection.stones()), out);
    }
    assertThat(file).satisfies(large -> assertThat(Files.size(large)).isGreaterThan(45 << 20));

    Process small =
        JavaProcess.start(
            Look.class,
            List.of("-Xmx40m"),
            Map.of(),
            file.toString(),
            champion.toString(),
            folder.resolve("set").toString(),
            folder.resolve("filed").toString());

    assertThat(JavaProcess.said(small)).isEqualTo("ACCEPTED, 1000000 taken or set aside");
  }

  /** Those of {@code stones}, over and over, with tables that differ by a hair. */
  private static Iterator<Appraisal> different(List<Appraisal> stones) {
    return IntStream.range(0, ROWS)
        .mapToObj(
            i -> {
              int round = i / stones.size();
              return wider(stones.get(i % stones.size()), 1e-4 * round);
            })
        .iterator();
  }

  private static Appraisal wider(Appraisal one, double by) {
    Diamond stone = one.stone();
    return new Appraisal(
        new Diamond(
            stone.carat(),
            stone.cut(),
            stone.color(),
            stone.clarity(),
            stone.depth(),
            stone.table() + by,
            stone.x(),
            stone.y(),
            stone.z()),
        one.price());
  }

  /** Looks at a file with the eyes of a champion and keeps its stones. */
  static final class Look {

    private Look() {}

    public static void main(String[] arguments) throws IOException {
      TrainingSet set = new TrainingSet(new FolderArtifactStore(Path.of(arguments[2])));
      ModelFolder champion = ModelFolder.open(Path.of(arguments[1]));
      Received received =
          new Reception(
                  set, List.of(), Optional.of(champion), new Story.Silent(), Clock.systemUTC())
              .look(Path.of(arguments[0]), Files.createDirectory(Path.of(arguments[3])));
      long taken =
          received.receipt().learned().orElseThrow().count()
              + received.receipt().kept().orElseThrow().count();
      long setAside = received.inspection().orElseThrow().counts().setAside();
      System.out.println(
          "%s, %d taken or set aside".formatted(received.receipt().verdict(), taken + setAside));
    }
  }
}
