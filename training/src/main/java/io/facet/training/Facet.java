package io.facet.training;

import io.facet.training.cli.CommandLineApp;

/** The command line: {@code ./facet COMMAND}. */
public final class Facet {

  private Facet() {}

  public static void main(String[] arguments) {
    System.exit(CommandLineApp.run(System.getenv(), arguments));
  }
}
