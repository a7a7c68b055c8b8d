package io.facet.valuation.file;

import io.facet.valuation.Appraiser;
import io.facet.valuation.GoldenStone;
import io.facet.valuation.stone.Diamond;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * The native model file: magic number, format version, the appraiser, its golden stones, and the
 * SHA-256 of all that, big-endian throughout.
 *
 * <pre>
 * 8 bytes   "FACETMDL"
 * 4 bytes   format version
 * …         price model, uncertainty (from version 2 on), reference stone, ranges,
 *           training domain, golden stones
 * 32 bytes  SHA-256 of everything before
 * </pre>
 */
public final class ModelFile {

  /** The version that is written; every version from 1 up to it is read. */
  public static final int FORMAT_VERSION = 2;

  private static final byte[] MAGIC = {'F', 'A', 'C', 'E', 'T', 'M', 'D', 'L'};
  private static final int HEADER = MAGIC.length + Integer.BYTES;
  private static final int CHECKSUM = 32;

  private ModelFile() {}

  /** {@code appraiser} as a file, with its present answers for {@code golden} inside. */
  public static byte[] write(Appraiser appraiser, List<Diamond> golden) {
    Encoder encoder = new Encoder();
    encoder.bytes(MAGIC);
    encoder.integer(FORMAT_VERSION);
    encoder.appraiser(appraiser);
    encoder.list(golden, stone -> encoder.golden(appraiser.golden(stone)));
    byte[] content = encoder.toByteArray();
    encoder.bytes(sha256(content, content.length));
    return encoder.toByteArray();
  }

  /**
   * The appraiser in {@code file}, which has answered every golden stone as it did when written.
   *
   * @throws UnreadableModelException for anything but such a file
   */
  public static Appraiser read(byte[] file) {
    int version = version(file);
    int content = file.length - CHECKSUM;
    if (!MessageDigest.isEqual(
        sha256(file, content), Arrays.copyOfRange(file, content, file.length))) {
      throw new UnreadableModelException(
          "The model file is damaged or cut off: its checksum doesn't match. Fetch it again.");
    }
    Decoder decoder = new Decoder(ByteBuffer.wrap(file, HEADER, content - HEADER), version);
    Appraiser appraiser = decoder.appraiser();
    List<GoldenStone> golden = decoder.list(decoder::golden);
    decoder.end();
    long wrong = golden.stream().filter(stone -> !stone.holdsFor(appraiser)).count();
    if (wrong > 0) {
      throw new UnreadableModelException(
          "The model answers %d of its %d golden stones differently than when it was written: it must not be used here."
              .formatted(wrong, golden.size()));
    }
    return appraiser;
  }

  private static int version(byte[] file) {
    if (file.length < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))) {
      throw new UnreadableModelException("This is not a Facet model file.");
    }
    if (file.length < HEADER + CHECKSUM) {
      throw new UnreadableModelException("The model file is cut off after its first bytes.");
    }
    int version = ByteBuffer.wrap(file).getInt(MAGIC.length);
    if (version > FORMAT_VERSION) {
      throw new UnreadableModelException(
          "The model file has format version %d, and this Facet reads up to %d: use a newer Facet."
              .formatted(version, FORMAT_VERSION));
    }
    if (version < 1) {
      throw new UnreadableModelException(
          "The model file is damaged: there is no format version " + version + ".");
    }
    return version;
  }

  private static byte[] sha256(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
