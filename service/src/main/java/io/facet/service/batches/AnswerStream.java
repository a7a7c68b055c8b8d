package io.facet.service.batches;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.Executor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** An answer as a stream, for a thread that writes no faster than the caller takes it. */
final class AnswerStream extends OutputStream {

  /** Writes an answer, and may wait. */
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  /** What is sent in one go. Netty holds some of these, so this bounds what an answer costs. */
  private static final int PART = 8 * 1024;

  private final FluxSink<byte[]> sink;

  private AnswerStream(FluxSink<byte[]> sink) {
    this.sink = sink;
    sink.onRequest(more -> wake());
    sink.onDispose(this::wake);
  }

  /**
   * What {@code writer} writes on a thread of {@code threads}, part by part. Not as buffers, which
   * nobody would give back where the caller hangs up before they are sent.
   */
  static Flux<byte[]> of(Writer writer, Executor threads) {
    return Flux.create(
        sink -> {
          AnswerStream answer = new AnswerStream(sink);
          threads.execute(() -> answer.run(writer));
        });
  }

  private void run(Writer writer) {
    // Not closed where writing fails: what is left then would look like an answer.
    OutputStream out = new BufferedOutputStream(this, PART);
    try {
      writer.write(out);
      out.flush();
      sink.complete();
    } catch (IOException | RuntimeException e) {
      sink.error(e);
    }
  }

  @Override
  public void write(int letter) throws IOException {
    write(new byte[] {(byte) letter}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    awaitDemand();
    sink.next(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  private synchronized void awaitDemand() throws IOException {
    try {
      while (sink.requestedFromDownstream() == 0 && !sink.isCancelled()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The service stops", e);
    }
    if (sink.isCancelled()) {
      throw new IOException("The caller has gone");
    }
  }

  private synchronized void wake() {
    notifyAll();
  }
}
