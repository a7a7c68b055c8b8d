package io.facet.service.backup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.facet.service.settings.BadSettingsException;
import io.facet.service.settings.Variables;
import io.facet.service.store.OfflineStore;
import io.facet.service.store.StoreSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.LoggerFactory;

/** {@code backup FILE} and {@code restore FILE}, beside the service's settings. */
public final class BackupCommand {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  // SQL states of connections that don't come about.
  private static final String FILE_IN_USE = "90020";
  private static final String NO_CONNECTION = "08";

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  BackupCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = Map.copyOf(environment);
    this.out = out;
    this.err = err;
  }

  /** Whether these arguments are for this. */
  public static boolean isMeantBy(String... arguments) {
    return arguments.length > 0
        && (arguments[0].equals("backup") || arguments[0].equals("restore"));
  }

  /** Does it as all that this process does; the exit code. */
  public static int alone(String... arguments) {
    // What libraries say of their own accord is no concern of whoever waits for the last line.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    return new BackupCommand(System.getenv(), System.out, System.err).run(arguments);
  }

  /** Does it, and says how it went; the exit code. */
  int run(String... arguments) {
    if (arguments.length != 2) {
      err.println("facet: " + arguments[0] + " needs the name of one file");
      return MISUSED;
    }
    Path file = Path.of(arguments[1]);
    boolean isBackup = arguments[0].equals("backup");
    try (OfflineStore store = OfflineStore.at(settings())) {
      Manifest manifest = isBackup ? Backup.write(store, file) : Backup.restore(store, file);
      out.println((isBackup ? "Copied into " : "Taken back from ") + file + ":");
      manifest.rows().forEach((table, rows) -> out.printf("  %-16s %,12d%n", table, rows));
      if (!isBackup && !hasPepper()) {
        out.println(
            "There is no pepper here yet. Put the old one into service/pepper of the home, or into"
                + " FACET_KEY_PEPPER, before the service starts: with a new one no old key works.");
      }
      out.println(
          "Keys work only with the same secret: keep FACET_KEY_PEPPER, or service/pepper of the"
              + " home, elsewhere.");
      return DONE;
    } catch (BadSettingsException | UnusableBackupException e) {
      err.println("facet: " + e.getMessage());
    } catch (SQLException e) {
      err.println("facet: " + inWords(e));
    } catch (NoSuchFileException e) {
      err.println("facet: there is no file " + e.getFile());
    } catch (IOException | FlywayException e) {
      err.println("facet: " + e);
    }
    return FAILED;
  }

  private boolean hasPepper() {
    return !environment.getOrDefault("FACET_KEY_PEPPER", "").isBlank()
        || Files.exists(home(new Variables(environment)).resolve("service/pepper"));
  }

  private static Path home(Variables variables) {
    return variables.path("FACET_HOME").orElse(Path.of(".facet"));
  }

  private StoreSettings settings() {
    Variables variables = new Variables(environment);
    StoreSettings settings = StoreSettings.read(variables, home(variables));
    variables.check();
    return settings;
  }

  private static String inWords(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.equals(FILE_IN_USE)) {
      return "A running service has this store open. Stop it first (./facet down); a store in"
          + " PostgreSQL needs no stop.";
    }
    return state.startsWith(NO_CONNECTION)
        ? "The database doesn't answer: " + e.getMessage()
        : "The database refuses: " + e.getMessage();
  }
}
