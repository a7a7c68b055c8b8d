package io.facet.training.cli;

import io.facet.registry.LocalStack;
import io.facet.registry.storage.Storages;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** A command that was run: its exit code and what it said. */
record Terminal(int exit, String out, String err) {

  /** Runs {@code arguments} with {@code home} as the folder of the local stack. */
  static Terminal run(Path home, String... arguments) {
    Home folder = new Home(home);
    CommandLine commands =
        CommandLineApp.commands(folder, new Registries(folder), Storages.of(Map.of()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int exit = commands.execute(arguments);
    return new Terminal(exit, out.toString(), err.toString());
  }

  static String collection() {
    return LocalStack.checkout().resolve("datasets/diamonds/diamonds.csv").toString();
  }
}
