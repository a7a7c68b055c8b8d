package io.facet.service.stones;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.util.Arrays;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** The bytes of a body that fits into memory. */
public final class Body {

  private static final int SMALL = 64 * 1024;
  private static final int USUAL = 256;

  private byte[] bytes = new byte[USUAL];
  private final int limit;
  private long length;

  private Body(int limit) {
    this.limit = limit;
  }

  /** The body of {@code request}, empty or not; the problem {@code body-too-large} above 64 kB. */
  public static Mono<byte[]> of(ServerHttpRequest request) {
    return of(request, SMALL);
  }

  /** The same with another {@code limit}, in whole kB. */
  public static Mono<byte[]> of(ServerHttpRequest request, int limit) {
    return request.getHeaders().getContentLength() > limit
        ? Mono.error(tooLarge(limit))
        : request.getBody().collect(() -> new Body(limit), Body::add).map(Body::bytes);
  }

  // Reads on where there is too much, and throws it away: to cancel Netty's stream of buffers from
  // within makes it release the one at hand twice.
  private void add(DataBuffer buffer) {
    int more = buffer.readableByteCount();
    if (length + more <= limit) {
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.max(2L * bytes.length, length + more));
      }
      buffer.read(bytes, (int) length, more);
    }
    length += more;
    DataBufferUtils.release(buffer);
  }

  private byte[] bytes() {
    if (length > limit) {
      throw tooLarge(limit);
    }
    return Arrays.copyOf(bytes, (int) length);
  }

  private static ProblemException tooLarge(int limit) {
    return new ProblemException(
        ProblemType.BODY_TOO_LARGE, "Send at most %d kB.".formatted(limit / 1024));
  }
}
