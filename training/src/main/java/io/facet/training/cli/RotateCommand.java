package io.facet.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = "Makes another key in the place of one, which goes on for a while.")
final class RotateCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "the key's id: ./facet keys lists them")
  private String id = "";

  @Option(
      names = "--overlap-hours",
      paramLabel = "HOURS",
      description = "for how long both are in force (default: ${DEFAULT-VALUE})")
  private int overlapHours = 24;

  @Mixin private final KeyOutput output = new KeyOutput();

  @Mixin private final ServiceOption service;

  RotateCommand(Home home) {
    this.service = new ServiceOption(home, KeysCommand.USUAL_KEY);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    output.check();
    output.show(
        service.ask(
            "POST",
            "/v1/keys/" + RevokeCommand.checked(id) + "/rotate",
            Map.of("overlap_hours", overlapHours)),
        out);
    return ExitCode.DONE;
  }
}
