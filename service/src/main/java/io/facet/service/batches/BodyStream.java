package io.facet.service.batches;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/**
 * A body as it arrives, for a thread that may wait. Little more is asked for than is read, so a
 * caller can't send faster than it takes the answers.
 */
final class BodyStream extends InputStream {

  /** Done before each wait for more. */
  interface Pause {
    void settle() throws IOException;
  }

  /** How many parts may lie here unread: many, where each holds a line or less. */
  private static final int AHEAD = 32;

  private final Pause pause;
  private final Arrival arrival = new Arrival();
  private byte[] part = new byte[0];
  private int at;

  BodyStream(Flux<DataBuffer> body, Pause pause) {
    this.pause = pause;
    body.subscribe(arrival);
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? part[at++] & 0xff : -1;
  }

  /** Reads what is there; waits only where there is nothing. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0 || !hasMore()) {
      return length == 0 ? 0 : -1;
    }
    int count = Math.min(length, part.length - at);
    System.arraycopy(part, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean hasMore() throws IOException {
    while (at == part.length) {
      if (arrival.mustBeAwaited()) {
        pause.settle();
      }
      byte[] next = arrival.take();
      if (next == null) {
        return false;
      }
      part = next;
      at = 0;
    }
    return true;
  }

  @Override
  public void close() {
    arrival.cancel();
  }

  /** What has arrived and hasn't been read. */
  private static final class Arrival implements Subscriber<DataBuffer> {

    private final Queue<byte[]> parts = new ArrayDeque<>();
    private @Nullable Subscription subscription;
    private int taken;
    private boolean ended;
    private @Nullable Throwable failure;

    @Override
    public void onSubscribe(Subscription begun) {
      synchronized (this) {
        subscription = begun;
      }
      begun.request(AHEAD);
    }

    // Copied at once: what is left where a batch ends early needs no release.
    @Override
    public void onNext(DataBuffer buffer) {
      byte[] bytes = new byte[buffer.readableByteCount()];
      buffer.read(bytes);
      DataBufferUtils.release(buffer);
      synchronized (this) {
        parts.add(bytes);
        notifyAll();
      }
    }

    @Override
    public void onComplete() {
      end(null);
    }

    @Override
    public void onError(Throwable broken) {
      end(broken);
    }

    private synchronized void end(@Nullable Throwable broken) {
      ended = true;
      failure = broken;
      notifyAll();
    }

    private synchronized Subscription subscription() {
      return Objects.requireNonNull(subscription);
    }

    void cancel() {
      subscription().cancel();
    }

    synchronized boolean mustBeAwaited() {
      return parts.isEmpty() && !ended;
    }

    /** The next part, or null at the end. */
    byte @Nullable [] take() throws IOException {
      byte[] next = await();
      if (next != null && ++taken == AHEAD / 2) {
        taken = 0;
        subscription().request(AHEAD / 2);
      }
      return next;
    }

    private synchronized byte @Nullable [] await() throws IOException {
      try {
        while (mustBeAwaited()) {
          wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("The service stops", e);
      }
      if (parts.isEmpty() && failure != null) {
        throw new IOException("The caller has gone", failure);
      }
      return parts.poll();
    }
  }
}
