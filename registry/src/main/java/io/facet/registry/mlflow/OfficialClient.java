package io.facet.registry.mlflow;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow_project.google.protobuf.InvalidProtocolBufferException;

/**
 * mlflow-client, which waits for ever if it is let. Each call runs on a virtual thread of its own:
 * an interrupt closes the socket that such a thread waits on, which frees a call that is too late.
 */
final class OfficialClient implements AutoCloseable {

  /** Reports every retry at level INFO, which by default lands in the user's terminal. */
  private static final Logger RETRIES =
      Logger.getLogger("org.mlflow_project.apachehttp.impl.execchain.RetryExec");

  static {
    RETRIES.setLevel(Level.WARNING);
  }

  private final URI server;
  private final Duration patience;
  private final MlflowClient client;

  OfficialClient(URI server, Duration patience) {
    this.server = server;
    this.patience = patience;
    this.client = new MlflowClient(server.toString());
  }

  <T> T call(Function<MlflowClient, T> call) {
    FutureTask<T> task = new FutureTask<>(() -> call.apply(client));
    Thread thread = Thread.ofVirtual().name("mlflow").start(task);
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw translated(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      thread.interrupt();
      throw Failures.unavailable(server, e);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw Failures.unavailable(server, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private RuntimeException translated(Throwable failure) {
    if (failure instanceof MlflowHttpException answer) {
      String body = answer.getBodyMessage();
      return Failures.answered(server, answer.getStatusCode(), body == null ? "" : body);
    }
    return failure.getCause() instanceof InvalidProtocolBufferException
        ? Failures.notMlflow(server, failure)
        : Failures.unavailable(server, failure);
  }
}
