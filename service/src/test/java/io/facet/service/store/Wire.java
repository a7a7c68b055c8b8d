package io.facet.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server, which a test may cut, freeze and mend. */
public final class Wire implements AutoCloseable {

  private final int target;
  private final ServerSocket listening;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private volatile boolean frozen;
  private volatile boolean holding;

  /** A way to {@code target}, a port of this machine. */
  public Wire(int target) {
    this.target = target;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Whoever is connected is thrown out, whoever comes is sent away. */
  public void cut() {
    cut = true;
    ends.forEach(Wire::hangUp);
    ends.clear();
  }

  /** Connections stay, and nothing moves on them any more. */
  public void freeze() {
    holding = false;
    frozen = true;
  }

  /** Whether something has been held back since the last {@link #freeze}. */
  public boolean isHolding() {
    return holding;
  }

  public void mend() {
    cut = false;
    frozen = false;
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        Socket caller = listening.accept();
        if (cut) {
          hangUp(caller);
        } else {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
          ends.add(caller);
          ends.add(server);
          Thread.ofVirtual().start(() -> carry(caller, server));
          Thread.ofVirtual().start(() -> carry(server, caller));
        }
      }
    } catch (IOException e) {
      cut();
    }
  }

  private void carry(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        while (frozen) {
          holding = true;
          Thread.sleep(20);
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      hangUp(from);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    hangUp(to);
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
    frozen = false;
  }
}
