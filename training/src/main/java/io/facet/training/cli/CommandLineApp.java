package io.facet.training.cli;

import io.facet.registry.RegistryException;
import io.facet.registry.folder.UnusableFolderException;
import io.facet.registry.storage.Storages;
import io.facet.training.speed.SpeedException;
import io.facet.training.stones.RefusedFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** All commands, and what becomes of their failures: one line each and an exit code. */
@Command(
    name = "facet",
    description = "Values diamonds and says why.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class CommandLineApp {

  private final Home home;

  private CommandLineApp(Home home) {
    this.home = home;
  }

  /** Runs the command in {@code arguments} and returns its exit code. */
  public static int run(Map<String, String> environment, String... arguments) {
    Home home = Home.of(environment);
    return commands(home, new Registries(home), Storages.of(environment)).execute(arguments);
  }

  static CommandLine commands(Home home, Registries registries, Storages storages) {
    CommandLineApp app = new CommandLineApp(home);
    CommandLine commands = new CommandLine(app);
    Places places = new Places(home, storages);
    commands.addSubcommand(new TrainCommand(home, registries, places));
    commands.addSubcommand(new ValueCommand(registries));
    commands.addSubcommand(new EvaluateCommand(registries));
    commands.addSubcommand(new DriftCommand(registries));
    commands.addSubcommand(new CheckCommand(registries));
    commands.addSubcommand(
        new CommandLine(new ModelsCommand(registries))
            .addSubcommand(new RegisterCommand(registries)));
    commands.addSubcommand(new PipelineCommand(home, registries, places));
    commands.addSubcommand(new PromoteCommand(registries));
    commands.addSubcommand(new RollbackCommand(registries));
    commands.addSubcommand(
        new CommandLine(new BenchCommand())
            .addSubcommand(new AccuracyCommand())
            .addSubcommand(new GrowthCommand())
            .addSubcommand(new SpeedCommand(home, registries)));
    commands.addSubcommand(new QuoteCommand(home));
    commands.addSubcommand(
        new CommandLine(new KeysCommand(home))
            .addSubcommand(new IssueCommand(home))
            .addSubcommand(new RotateCommand(home))
            .addSubcommand(new RevokeCommand(home)));
    commands.setExecutionExceptionHandler(app::explain);
    commands.setUsageHelpWidth(100);
    return commands;
  }

  private int explain(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    switch (failure) {
      case RefusedFileException refused -> {
        err.println("facet: " + refused.getMessage());
        return ExitCode.DATA_REFUSED;
      }
      case RegistryException e -> err.println("facet: " + e.getMessage());
      case UnusableFolderException e -> err.println("facet: " + e.getMessage());
      case SpeedException e -> err.println("facet: " + e.getMessage());
      case CommandFailedException e -> err.println("facet: " + e.getMessage());
      case UncheckedIOException e ->
          err.println("facet: " + inWords(Objects.requireNonNull(e.getCause())));
      case IOException e -> err.println("facet: " + inWords(e));
      default ->
          err.println(
              "facet: something unforeseen happened (%s); the details are in %s"
                  .formatted(failure.getMessage(), details(failure)));
    }
    return ExitCode.FAILED;
  }

  private static String inWords(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> "there is no file or folder " + e.getFile();
      case AccessDeniedException e -> e.getFile() + " may not be read or written by you";
      case FileAlreadyExistsException e -> e.getFile() + " exists already";
      case FileSystemException e -> e.getFile() + " can't be used: " + e.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }

  private Path details(Exception failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    Path file = home.folder().resolve("run/failure.log");
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, trace.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
