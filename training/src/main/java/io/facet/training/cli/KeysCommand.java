package io.facet.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Lists the API keys of the running service, the newest first.")
final class KeysCommand implements Callable<Integer> {

  /** The key of the first start with which keys may be issued. */
  static final String USUAL_KEY = "admin";

  private static final String ROW = "%-17s %-9s %-9s %-16s %-16s %-20s %s%n";

  @Spec @Nullable CommandSpec spec;

  @Mixin private final ServiceOption service;

  KeysCommand(Home home) {
    this.service = new ServiceOption(home, USUAL_KEY);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf(ROW, "id", "state", "plan", "business", "name", "last used", "scopes");
    String cursor = "";
    do {
      JsonNode page = service.ask("GET", "/v1/keys?limit=100" + cursor, null);
      page.path("data").forEach(key -> print(out, key));
      String next = page.path("next_cursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, JsonNode key) {
    out.printf(
        ROW,
        key.path("id").asString(),
        key.path("state").asString().replace('_', ' '),
        key.path("plan").asString(),
        key.path("business").asString(),
        key.path("name").asString(),
        key.path("last_used_at").asString("never").replaceAll("\\.\\d+", ""),
        String.join(",", key.path("scopes").valueStream().map(JsonNode::asString).toList()));
  }
}
