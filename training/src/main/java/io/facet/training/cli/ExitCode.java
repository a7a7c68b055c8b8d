package io.facet.training.cli;

/** What a command tells the shell. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int DATA_REFUSED = 3;
  static final int GATE_REFUSED = 4;

  private ExitCode() {}
}
