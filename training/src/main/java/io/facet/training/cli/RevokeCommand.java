package io.facet.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Ends a key: within a second it opens nothing any more.")
final class RevokeCommand implements Callable<Integer> {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "the key's id: ./facet keys lists them")
  private String id = "";

  @Mixin private final ServiceOption service;

  RevokeCommand(Home home) {
    this.service = new ServiceOption(home, KeysCommand.USUAL_KEY);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    service.ask("DELETE", "/v1/keys/" + checked(id), null);
    out.println("Key " + id + " opens nothing any more.");
    out.flush();
    return ExitCode.DONE;
  }

  /** {@code id}, unless it is none; a whole key pasted in its place isn't repeated. */
  static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw new CommandFailedException(
          "that is no key's id, which has 16 digits such as 9f86d081884c7d65: ./facet keys lists"
              + " them");
    }
    return id;
  }
}
