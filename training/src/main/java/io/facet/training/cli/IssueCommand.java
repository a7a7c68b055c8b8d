package io.facet.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "issue",
    mixinStandardHelpOptions = true,
    description = "Issues a key. It is shown once: nobody can say it again.")
final class IssueCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--business", required = true, description = "whose it is")
  private String business = "";

  @Option(names = "--name", required = true, description = "what it is for")
  private String name = "";

  @Option(
      names = "--scopes",
      required = true,
      split = ",",
      description = "what it opens, such as estimates,valuations")
  private List<String> scopes = List.of();

  @Option(
      names = "--plan",
      description = "how much it may ask: sandbox, standard, business, house (default: standard)")
  private String plan = "standard";

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      description = "when it ends, such as 2027-11-23T10:15:00Z; never by default")
  private @Nullable Instant expires;

  @Mixin private final KeyOutput output = new KeyOutput();

  @Mixin private final ServiceOption service;

  IssueCommand(Home home) {
    this.service = new ServiceOption(home, KeysCommand.USUAL_KEY);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    output.check();
    output.show(service.ask("POST", "/v1/keys", order()), out);
    return ExitCode.DONE;
  }

  private Map<String, Object> order() {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("business", business);
    order.put("name", name);
    order.put("scopes", scopes);
    order.put("plan", plan);
    if (expires != null) {
      order.put("expires_at", expires.toString());
    }
    return order;
  }
}
