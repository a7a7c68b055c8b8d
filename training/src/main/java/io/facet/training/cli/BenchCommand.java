package io.facet.training.cli;

import picocli.CommandLine.Command;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Measures how good the model families are, what fresh stones are worth, and how fast a model is.",
    footer = "./facet bench serving --help: how fast the service is.")
final class BenchCommand {}
