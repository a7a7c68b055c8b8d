package io.facet.service.store;

import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** H2 in this process, in a file whose folder only its owner may enter. */
final class H2Database implements Database {

  private static final Logger log = LoggerFactory.getLogger(H2Database.class);

  /** WRITE_DELAY=0 makes a commit mean something: by default H2 says so half a second early. */
  private static final String OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0"
          + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

  private static final String USER = "sa";
  private static final int CONNECTIONS = 4;
  private static final int WAITING = 20_000;

  private final Path file;
  // H2 works on the thread that calls it, and that must not be one of Netty's.
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          CONNECTIONS,
          CONNECTIONS,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("h2-", 1).factory());

  // A plain executor: of a service Reactor interrupts threads, when work ends on another thread
  // than it began on, and an interrupted thread closes H2's file under everybody.
  private final Scheduler scheduler = Schedulers.fromExecutor(work -> threads.execute(work));

  H2Database(Path file) {
    this.file = file;
  }

  @Override
  public DataSource forMigrations() {
    prepareFolder();
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl(url());
    source.setUser(USER);
    return source;
  }

  private String url() {
    return "jdbc:h2:file:" + file + OPTIONS;
  }

  @Override
  public ConnectionFactory connections() {
    return new H2Connections(url(), USER);
  }

  @Override
  public int poolSize() {
    return CONNECTIONS;
  }

  @Override
  public Scheduler scheduler() {
    return scheduler;
  }

  @Override
  public void close() {
    try (Connection connection = forMigrations().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown");
    } catch (SQLException e) {
      log.debug("The file could not be opened, so there is nothing to close", e);
    }
    scheduler.dispose();
    threads.shutdown();
  }

  private void prepareFolder() {
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Can't use the folder of " + file + ": " + e.getMessage(), e);
    }
  }
}
