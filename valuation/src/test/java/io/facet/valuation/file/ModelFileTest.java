package io.facet.valuation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.valuation.Appraiser;
import io.facet.valuation.Stones;
import io.facet.valuation.price.LinearModel;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ModelFileTest {

  private static final List<Diamond> GOLDEN = Stones.random(5, 42);
  private static final byte[] FILE = ModelFile.write(Stones.unsure(Stones.trees(3, 3, 7)), GOLDEN);

  private static final byte[] PRICE_LIST =
      ModelFile.write(Stones.appraiser(Stones.priceList(7)), GOLDEN);

  private static final byte[] BLEND = ModelFile.write(Stones.appraiser(Stones.blend(7)), GOLDEN);

  @Property(tries = 50)
  void a_model_read_again_answers_with_the_same_bits(@ForAll long seed) {
    for (PriceModel model :
        List.of(
            Stones.linear(),
            Stones.trees(10, 6, seed),
            Stones.priceList(seed),
            Stones.blend(seed))) {
      Appraiser written = Stones.unsure(model);

      Appraiser read = ModelFile.read(ModelFile.write(written, GOLDEN));

      for (Diamond stone : Stones.random(20, seed)) {
        assertThat(read.value(stone)).isEqualTo(written.value(stone));
        assertThat(read.estimate(stone, .5)).isEqualTo(written.estimate(stone, .5));
        assertThat(read.mean(stone)).isEqualTo(written.mean(stone));
      }
    }
  }

  @Test
  void files_of_version_1_are_read_as_they_were_written() throws IOException {
    assertThat(version1("linear").model()).isInstanceOf(LinearModel.class);
    assertThat(version1("trees").model()).isInstanceOf(TreeEnsemble.class);
    assertThat(version1("price-list").model()).isInstanceOf(PriceList.class);
    Appraiser today = Stones.appraiser(Stones.trees(5, 3, 1));

    for (Diamond stone : Stones.random(20, 3)) {
      assertThat(version1("trees").value(stone)).isEqualTo(today.value(stone));
    }
  }

  /** Its golden stones are asked on the way. */
  private static Appraiser version1(String form) throws IOException {
    try (InputStream in = ModelFileTest.class.getResourceAsStream("version-1-" + form + ".facet")) {
      return ModelFile.read(in.readAllBytes());
    }
  }

  @Test
  void the_same_model_is_the_same_bytes() {
    assertThat(ModelFile.write(ModelFile.read(FILE), GOLDEN)).isEqualTo(FILE);
  }

  @Test
  void every_single_damaged_byte_is_noticed() {
    for (int position = 0; position < FILE.length; position++) {
      byte[] damaged = FILE.clone();
      damaged[position] ^= 0x10;
      assertThatThrownBy(() -> ModelFile.read(damaged))
          .as("byte %d", position)
          .isInstanceOf(UnreadableModelException.class);
    }
  }

  @Test
  void a_file_cut_off_anywhere_is_refused() {
    for (int length = 0; length < FILE.length; length++) {
      byte[] cut = Arrays.copyOf(FILE, length);
      assertThatThrownBy(() -> ModelFile.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(UnreadableModelException.class);
    }
  }

  @Test
  void a_foreign_file_is_refused_by_its_first_bytes() {
    assertThatThrownBy(() -> ModelFile.read("PK\3\4 a zip file".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("This is not a Facet model file.");
  }

  @Test
  void a_newer_file_asks_for_a_newer_facet() {
    byte[] newer = FILE.clone();
    newer[11] = 9;

    assertThatThrownBy(() -> ModelFile.read(newer))
        .hasMessageContaining("format version 9")
        .hasMessageContaining("use a newer Facet");
  }

  @Property(tries = 2_000)
  void whatever_stands_behind_a_right_checksum_ends_in_a_model_or_one_clear_error(@ForAll long seed)
      throws Exception {
    Random random = new Random(seed);
    byte[] forged = List.of(FILE, PRICE_LIST, BLEND).get(random.nextInt(3)).clone();
    for (int i = 0; i <= random.nextInt(4); i++) {
      forged[12 + random.nextInt(forged.length - 44)] = (byte) random.nextInt(256);
    }
    sign(forged);

    try {
      assertThat(ModelFile.read(forged).estimate(Stones.EXAMPLE).price()).isNotNegative();
    } catch (UnreadableModelException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
    }
  }

  @Test
  void a_count_of_two_billion_trees_is_not_believed() throws Exception {
    byte[] forged = FILE.clone();
    ByteBuffer.wrap(forged).putInt(12 + 1 + Double.BYTES, Integer.MAX_VALUE);
    sign(forged);

    assertThatThrownBy(() -> ModelFile.read(forged))
        .hasMessage("The model file ends before what it announces.");
  }

  @Test
  void a_blend_of_blends_of_blends_is_refused_at_the_second() throws Exception {
    byte[] forged = Arrays.copyOf(FILE, 13_000_044);
    ByteBuffer parts = ByteBuffer.wrap(forged);
    parts.position(12);
    while (parts.position() < 13_000_000) {
      parts.put(Encoder.BLEND).putInt(1).putDouble(1);
    }
    sign(forged);

    assertThatThrownBy(() -> ModelFile.read(forged)).hasMessage("The model is a blend of blends.");
  }

  @Test
  void a_model_that_answers_otherwise_than_it_did_is_refused() throws Exception {
    byte[] forged = FILE.clone();
    int intercept = 12 + 1;
    ByteBuffer.wrap(forged).putDouble(intercept, 8.001);
    sign(forged);

    assertThatThrownBy(() -> ModelFile.read(forged)).hasMessageContaining("5 of its 5 golden");
  }

  private static void sign(byte[] file) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(file, 0, file.length - 32);
    sha256.digest(file, file.length - 32, 32);
  }
}
