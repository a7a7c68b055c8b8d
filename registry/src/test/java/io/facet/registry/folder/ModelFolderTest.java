package io.facet.registry.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.Comparables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void write() {
    folder = TestModel.write(parent.resolve("model"), 6_000);
  }

  @Test
  void a_sealed_folder_opens_with_its_model_and_where_that_comes_from() {
    ModelFolder model = ModelFolder.open(folder);

    assertThat(model.appraiser().estimate(TestModel.STONE))
        .isEqualTo(TestModel.appraiser(6_000).estimate(TestModel.STONE));
    assertThat(model.provenance()).isEqualTo(TestModel.provenance());
  }

  @Test
  void sha256sum_agrees_with_the_seal() throws IOException, InterruptedException {
    Process check =
        new ProcessBuilder("sha256sum", "--check", "--strict", "SHA256SUMS")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(check.waitFor()).as(output).isZero();
    assertThat(output).contains("model.facet: OK", "provenance.json: OK");
  }

  @ParameterizedTest
  @ValueSource(strings = {ModelFolder.NATIVE, ModelFolder.PROVENANCE})
  void every_byte_of_a_sealed_file_counts(String name) throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve(name));
    for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 97)) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(folder.resolve(name), damaged);

      assertThatThrownBy(() -> ModelFolder.open(folder))
          .isInstanceOf(UnusableFolderException.class)
          .hasMessageContaining(name + " is damaged");
    }
  }

  @Test
  void all_that_is_missing_or_damaged_is_named_at_once() throws IOException {
    Files.delete(folder.resolve(ModelFolder.NATIVE));
    Files.writeString(folder.resolve(ModelFolder.PROVENANCE), "{}");

    assertThatThrownBy(() -> ModelFolder.open(folder))
        .hasMessageContaining("model.facet is missing")
        .hasMessageContaining("provenance.json is damaged");
  }

  @Test
  void other_files_are_handed_out_as_they_were_sealed_or_not_at_all() throws IOException {
    Files.writeString(folder.resolve("profile.json"), "{}");
    ModelFolder.seal(folder);
    ModelFolder model = ModelFolder.open(folder);

    assertThat(model.sealed("profile.json").orElseThrow()).isEqualTo(new byte[] {'{', '}'});
    assertThat(model.sealed("nothing.json")).isEmpty();
    Files.writeString(folder.resolve("profile.json"), "[]");
    Files.writeString(folder.resolve("laid-beside.json"), "{}");
    assertThatThrownBy(() -> model.sealed("profile.json"))
        .isInstanceOf(UnusableFolderException.class)
        .hasMessageContaining("profile.json is damaged");
    assertThatThrownBy(() -> model.sealed("laid-beside.json"))
        .isInstanceOf(UnusableFolderException.class);
  }

  /** MLflow's own clients leave a registered_model_meta beside the files that they download. */
  @Test
  void a_file_that_nobody_sealed_does_no_harm() throws IOException {
    Files.writeString(folder.resolve("registered_model_meta"), "model_name: facet");

    assertThat(ModelFolder.open(folder).provenance()).isEqualTo(TestModel.provenance());
  }

  @Test
  void a_seal_that_does_not_cover_the_model_is_refused() throws IOException {
    Files.writeString(folder.resolve("SHA256SUMS"), "");

    assertThatThrownBy(() -> ModelFolder.open(folder))
        .isInstanceOf(UnusableFolderException.class)
        .hasMessageContaining("model.facet");
  }

  @Test
  void a_sealed_folder_with_a_native_file_of_another_kind_is_refused() throws IOException {
    Files.writeString(folder.resolve(ModelFolder.NATIVE), "PK\u0003\u0004 not a model");
    ModelFolder.seal(folder);

    assertThatThrownBy(() -> ModelFolder.open(folder))
        .isInstanceOf(UnusableFolderException.class)
        .hasMessageContaining("model.facet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "{\"seed\": \"many\"}", "{}", "{\"trained_at\": 7}"})
  void a_sealed_folder_whose_provenance_makes_no_sense_is_refused(String json) throws IOException {
    Files.writeString(folder.resolve(ModelFolder.PROVENANCE), json);
    ModelFolder.seal(folder);

    assertThatThrownBy(() -> ModelFolder.open(folder))
        .isInstanceOf(UnusableFolderException.class)
        .hasMessageContaining("provenance.json");
  }

  @Test
  void what_is_no_model_folder_is_named() throws IOException {
    Path empty = Files.createDirectory(parent.resolve("empty"));
    Path file = Files.writeString(parent.resolve("file"), "x");

    for (Path wrong : new Path[] {empty, file, parent.resolve("nowhere")}) {
      assertThatThrownBy(() -> ModelFolder.open(wrong))
          .isInstanceOf(UnusableFolderException.class)
          .hasMessageContaining(wrong + " is not a model folder");
    }
  }

  @Test
  void a_folder_carries_the_stones_that_it_learned_from() throws IOException {
    List<Appraisal> stones =
        List.of(new Appraisal(TestModel.STONE, 3_000), new Appraisal(TestModel.STONE, 3_100.55));
    ModelFolder.write(folder, stones);
    ModelFolder.seal(folder);

    Comparables comparables = ModelFolder.open(folder).comparables().orElseThrow();

    assertThat(comparables.stones()).isEqualTo(stones);
    assertThat(comparables.nearest(TestModel.STONE, 1).getFirst().adjusted()).isEqualTo(3_000);
  }

  @Test
  void an_older_folder_carries_none() {
    assertThat(ModelFolder.open(folder).comparables()).isEmpty();
  }

  @Test
  void stones_that_nobody_sealed_or_that_were_changed_after_opening_are_refused()
      throws IOException {
    ModelFolder model = ModelFolder.open(folder);
    ModelFolder.write(folder, List.of(new Appraisal(TestModel.STONE, 1)));
    assertThatThrownBy(model::comparables)
        .isInstanceOf(UnusableFolderException.class)
        .hasMessage(folder + ": stones.csv is not in SHA256SUMS");

    ModelFolder.seal(folder);
    ModelFolder.write(folder, List.of(new Appraisal(TestModel.STONE, 2)));
    assertThatThrownBy(model::comparables).hasMessage(folder + ": stones.csv is damaged");

    Files.delete(folder.resolve(ModelFolder.STONES));
    assertThatThrownBy(model::comparables).hasMessage(folder + ": stones.csv is missing");
    assertThatThrownBy(() -> ModelFolder.open(folder))
        .hasMessageContaining("stones.csv is missing");
  }

  @Test
  void sealed_stones_that_make_no_sense_are_refused_with_their_line() throws IOException {
    ModelFolder.write(folder, List.of(new Appraisal(TestModel.STONE, 3_000)));
    Path file = folder.resolve(ModelFolder.STONES);
    Files.writeString(file, Files.readString(file).replace("Ideal", "Idael"));
    ModelFolder.seal(folder);
    ModelFolder model = ModelFolder.open(folder);

    assertThatThrownBy(model::comparables)
        .isInstanceOf(UnusableFolderException.class)
        .hasMessageStartingWith(file + ": line 2: cut: \"Idael\" is not a cut grade");
  }

  @Test
  void the_same_model_gives_the_same_bytes() {
    Path again = TestModel.write(parent.resolve("again"), 6_000);

    assertThat(again.resolve("SHA256SUMS")).hasSameBinaryContentAs(folder.resolve("SHA256SUMS"));
  }
}
