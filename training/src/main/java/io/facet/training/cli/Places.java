package io.facet.training.cli;

import io.facet.registry.storage.Storage;
import io.facet.registry.storage.Storages;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Folders and containers by the names that commands take. */
record Places(Home home, Storages storages) {

  private static final String EMULATOR = "azurite";
  private static final String TRAINING_SET = "training-set";

  /**
   * The place at {@code address}.
   *
   * @param container that is meant where the address is {@code azurite}
   */
  Storage at(String address, String container) {
    Storages known = home.blob().map(storages::withEmulator).orElse(storages);
    if (address.equals(EMULATOR) && home.blob().isEmpty()) {
      throw new CommandFailedException("this home's Azurite does not run: ./facet up starts it");
    }
    return known.at(
        address.equals(EMULATOR)
            ? "wasb://%s@devstoreaccount1.blob.core.windows.net".formatted(container)
            : address);
  }

  /** False for a folder of this machine that nobody has made; containers make themselves. */
  static boolean exists(String address) {
    return address.equals(EMULATOR)
        || address.contains("://")
        || Files.isDirectory(Path.of(address));
  }

  /** The training set at {@code given}, or else that of this home. */
  Storage trainingSet(@Nullable String given) {
    if (given != null) {
      return at(given, TRAINING_SET);
    }
    return home.blob().isPresent()
        ? at(EMULATOR, TRAINING_SET)
        : storages.at(home.folder().resolve(TRAINING_SET).toString());
  }
}
