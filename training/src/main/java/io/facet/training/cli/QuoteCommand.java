package io.facet.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
    name = "quote",
    mixinStandardHelpOptions = true,
    description =
        "Values one stone through the running service and shows price, range and reasons.")
final class QuoteCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--carat", description = "ct (default: ${DEFAULT-VALUE})")
  private double carat = .72;

  @Option(names = "--cut", description = "default: ${DEFAULT-VALUE}")
  private String cut = "Ideal";

  @Option(names = "--color", description = "default: ${DEFAULT-VALUE}")
  private String color = "F";

  @Option(names = "--clarity", description = "default: ${DEFAULT-VALUE}")
  private String clarity = "VS1";

  @Option(names = "--depth", description = "%% (default: ${DEFAULT-VALUE})")
  private double depth = 61.5;

  @Option(names = "--table", description = "%% (default: ${DEFAULT-VALUE})")
  private double table = 56;

  @Option(names = "-x", description = "mm (default: ${DEFAULT-VALUE})")
  private double x = 5.75;

  @Option(names = "-y", description = "mm (default: ${DEFAULT-VALUE})")
  private double y = 5.78;

  @Option(names = "-z", description = "mm (default: ${DEFAULT-VALUE})")
  private double z = 3.55;

  @Mixin private final ServiceOption service;

  QuoteCommand(Home home) {
    this.service = new ServiceOption(home, "demo");
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    JsonNode answer = service.ask("POST", "/v1/valuations", stone());
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Quote.print(answer, out);
    out.flush();
    return ExitCode.DONE;
  }

  private Map<String, Object> stone() {
    Map<String, Object> stone = new LinkedHashMap<>();
    stone.put("carat", carat);
    stone.put("cut", cut);
    stone.put("color", color);
    stone.put("clarity", clarity);
    stone.put("depth", depth);
    stone.put("table", table);
    stone.put("x", x);
    stone.put("y", y);
    stone.put("z", z);
    return stone;
  }
}
