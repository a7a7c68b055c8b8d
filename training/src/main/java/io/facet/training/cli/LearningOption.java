package io.facet.training.cli;

import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is learned and how, for every command that learns one family. */
final class LearningOption {

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description =
          "linear, price-list, random-forest, boosted-trees or blend (default: ${DEFAULT-VALUE})")
  private String family = Families.DEFAULT;

  @Option(names = "--seed", description = "of all that is random (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--quick", description = "learn faster and worse, to try things out")
  private boolean quick;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  ModelFamily family() {
    return Families.named(family, quick)
        .orElseThrow(
            () ->
                new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    unknown(family, Families.names())));
  }

  long seed() {
    return seed;
  }

  boolean quick() {
    return quick;
  }

  boolean isFamilyGiven() {
    return given("--family");
  }

  /** Whether any of these options was written. */
  boolean isGiven() {
    return isFamilyGiven() || given("--seed") || given("--quick");
  }

  private boolean given(String name) {
    return Objects.requireNonNull(command).commandLine().getParseResult().hasMatchedOption(name);
  }

  static String unknown(String family, List<String> known) {
    return "there is no family \"%s\"; there are %s".formatted(family, String.join(", ", known));
  }
}
