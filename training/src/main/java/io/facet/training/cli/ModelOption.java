package io.facet.training.cli;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.models.ModelRegistry;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --model}, for every command that prices stones. */
final class ModelOption {

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR|champion",
      description = "a model folder, or the champion of the registry")
  private String model = "";

  @Mixin private final RegistryOption registry = new RegistryOption();

  ModelFolder open(Registries registries) {
    if (!isChampion()) {
      return ModelFolder.open(Path.of(model));
    }
    try (Registries.Open open = registry.open(registries)) {
      return registries.champion(open).folder();
    }
  }

  /** Whether it is the champion of the registry, rather than a folder. */
  boolean isChampion() {
    return model.equals(ModelRegistry.CHAMPION);
  }

  /** The registry that it comes from. */
  Registries.Open registry(Registries registries) {
    return registry.open(registries);
  }
}
