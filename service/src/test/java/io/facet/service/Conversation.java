package io.facet.service;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One HTTP request that is sent and answered at the same time, on a socket with small buffers. */
final class Conversation implements AutoCloseable {

  private static final int SOCKET_BUFFER = 64 * 1024;

  private final Socket socket = new Socket();
  private final OutputStream out;
  private final InputStream in;
  private int left;

  Conversation(URI address, String key, String path, String type) throws IOException {
    this(address, key, path, type, "");
  }

  /** One whose body is waited for: the service has the head when this returns. */
  static Conversation expected(URI address, String key, String path, String type)
      throws IOException {
    Conversation conversation =
        new Conversation(address, key, path, type, "Expect: 100-continue\n");
    String status = conversation.rawLine();
    if (!status.startsWith("HTTP/1.1 100") || !conversation.rawLine().isEmpty()) {
      throw new IOException("not 100: " + status);
    }
    return conversation;
  }

  private Conversation(URI address, String key, String path, String type, String more)
      throws IOException {
    socket.setSoTimeout(20_000);
    socket.setSendBufferSize(SOCKET_BUFFER);
    socket.setReceiveBufferSize(SOCKET_BUFFER);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    this.out = new BufferedOutputStream(socket.getOutputStream(), SOCKET_BUFFER);
    this.in = new BufferedInputStream(socket.getInputStream(), SOCKET_BUFFER);
    ascii(
        """
        POST %s HTTP/1.1
        Host: facet
        X-API-Key: %s
        Content-Type: %s
        Transfer-Encoding: chunked
        %s
        """
            .formatted(path, key, type, more)
            .replace("\n", "\r\n"));
    out.flush();
  }

  /** Sends a part of the body, sooner or later. */
  void say(byte[] part) throws IOException {
    ascii(Integer.toHexString(part.length) + "\r\n");
    out.write(part);
    ascii("\r\n");
  }

  /** Sends what was said so far now. */
  void flush() throws IOException {
    out.flush();
  }

  void sayNoMore() throws IOException {
    ascii("0\r\n\r\n");
    out.flush();
  }

  /** The answer's first line. */
  String status() throws IOException {
    return rawLine();
  }

  /** Reads the answer's head and returns its first line. */
  String head() throws IOException {
    String status = rawLine();
    for (String header = rawLine(); !header.isEmpty(); header = rawLine()) {
      if (header.startsWith("Content-Length")) {
        throw new IllegalStateException("an answer of known length is not streamed: " + header);
      }
    }
    return status;
  }

  /** The next line of the answer's body, or empty at its end. */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int letter = read(); letter >= 0 && letter != '\n'; letter = read()) {
      line.write(letter);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  private int read() throws IOException {
    if (left == 0) {
      left = Integer.parseInt(size(), 16);
      if (left == 0) {
        return -1;
      }
    }
    left--;
    int letter = in.read();
    if (left == 0) {
      rawLine();
    }
    return letter;
  }

  private String size() throws IOException {
    String line = rawLine();
    String size = line.isEmpty() ? rawLine() : line;
    if (size.isEmpty()) {
      throw new EOFException("The answer ends without its last chunk");
    }
    return size;
  }

  private String rawLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int letter = in.read(); letter >= 0 && letter != '\n'; letter = in.read()) {
      if (letter != '\r') {
        line.write(letter);
      }
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  private void ascii(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
