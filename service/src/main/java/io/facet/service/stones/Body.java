package io.facet.service.stones;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.util.Arrays;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** The bytes of a small body. */
public final class Body {

  private static final int LIMIT = 64 * 1024;
  private static final int USUAL = 256;

  private byte[] bytes = new byte[USUAL];
  private long length;

  /** The body of {@code request}, empty or not; the problem {@code body-too-large} above 64 kB. */
  public static Mono<byte[]> of(ServerHttpRequest request) {
    return request.getHeaders().getContentLength() > LIMIT
        ? Mono.error(tooLarge())
        : request.getBody().collect(Body::new, Body::add).map(Body::bytes);
  }

  // Reads on where there is too much, and throws it away: to cancel Netty's stream of buffers from
  // within makes it release the one at hand twice.
  private void add(DataBuffer buffer) {
    int more = buffer.readableByteCount();
    if (length + more <= LIMIT) {
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.max(2L * bytes.length, length + more));
      }
      buffer.read(bytes, (int) length, more);
    }
    length += more;
    DataBufferUtils.release(buffer);
  }

  private byte[] bytes() {
    if (length > LIMIT) {
      throw tooLarge();
    }
    return Arrays.copyOf(bytes, (int) length);
  }

  private static ProblemException tooLarge() {
    return new ProblemException(ProblemType.BODY_TOO_LARGE, "Send at most 64 kB.");
  }
}
