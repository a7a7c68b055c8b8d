package io.facet.registry.folder;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.comparables.Comparables;
import io.facet.valuation.comparables.StonesFile;
import io.facet.valuation.comparables.UnreadableStonesException;
import io.facet.valuation.file.ModelFile;
import io.facet.valuation.file.UnreadableModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * One folder that is one model: every file matches {@code SHA256SUMS}, the native model has
 * answered its golden stones, the provenance is readable.
 *
 * @param path where it lies
 * @param appraiser the model
 * @param provenance where it comes from
 */
public record ModelFolder(Path path, Appraiser appraiser, Provenance provenance) {

  public static final String NATIVE = "model.facet";
  public static final String PROVENANCE = "provenance.json";
  public static final String STONES = "stones.csv";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /**
   * Opens the model in {@code folder}.
   *
   * @throws UnusableFolderException when anything about it is wrong
   */
  public static ModelFolder open(Path folder) {
    Checksums.verify(folder, Set.of(NATIVE, PROVENANCE));
    try {
      Appraiser appraiser = ModelFile.read(Files.readAllBytes(folder.resolve(NATIVE)));
      @Nullable Provenance provenance =
          JSON.readValue(Files.readAllBytes(folder.resolve(PROVENANCE)), Provenance.class);
      if (provenance == null) {
        throw new UnusableFolderException(folder.resolve(PROVENANCE) + " holds null", null);
      }
      return new ModelFolder(folder, appraiser, provenance);
    } catch (UnreadableModelException e) {
      throw new UnusableFolderException(folder.resolve(NATIVE) + ": " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new UnusableFolderException(
          folder.resolve(PROVENANCE) + " is not what it should be: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UnusableFolderException("Can't read " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * The appraised stones that the model learned from, ready to be compared with; empty where the
   * folder carries none, as folders didn't before there were comparables. Reads and prepares them
   * at every call: whoever asks often keeps the answer.
   *
   * @throws UnusableFolderException when the folder has stones that can't be used
   */
  public Optional<Comparables> comparables() {
    try {
      return Checksums.sealed(path, STONES)
          .map(content -> Comparables.of(appraiser.model(), StonesFile.read(content)));
    } catch (UnreadableStonesException e) {
      throw new UnusableFolderException(path.resolve(STONES) + ": " + e.getMessage(), e);
    }
  }

  /**
   * The content of the file {@code name} of this folder, as it was sealed; empty where there is
   * none.
   *
   * @throws UnusableFolderException when it is damaged by now, or was laid there after the sealing
   */
  public Optional<byte[]> sealed(String name) {
    return Checksums.sealed(path, name);
  }

  /** SHA-256 of the seal, in hex: the same for folders with the same files, byte for byte. */
  public String digest() {
    try {
      return Checksums.sha256(Files.readAllBytes(path.resolve(Checksums.FILE)));
    } catch (IOException e) {
      throw new UnusableFolderException("Can't read " + path + ": " + e.getMessage(), e);
    }
  }

  /** SHA-256 of each file, in hex, as it was sealed. */
  public Map<String, String> digests() {
    try {
      return Checksums.read(path.resolve(Checksums.FILE));
    } catch (IOException e) {
      throw new UnusableFolderException("Can't read " + path + ": " + e.getMessage(), e);
    }
  }

  /** Writes {@code provenance} into {@code folder}. */
  public static void write(Path folder, Provenance provenance) throws IOException {
    byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(provenance);
    Files.write(folder.resolve(PROVENANCE), json);
  }

  /** Writes the {@code stones} that the model learned from into {@code folder}. */
  public static void write(Path folder, List<Appraisal> stones) throws IOException {
    Files.write(folder.resolve(STONES), StonesFile.write(stones));
  }

  /** Closes a folder whose files are all written: from now on every byte counts. */
  public static void seal(Path folder) throws IOException {
    Checksums.write(folder);
  }
}
