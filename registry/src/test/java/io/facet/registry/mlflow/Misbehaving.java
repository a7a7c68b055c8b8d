package io.facet.registry.mlflow;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does to its callers what a real MLflow can't be asked to do. */
final class Misbehaving implements AutoCloseable {

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  final AtomicInteger requests = new AtomicInteger();

  /** What it does with a request. */
  interface Manners {
    void handle(HttpExchange exchange, Misbehaving server) throws IOException, InterruptedException;
  }

  Misbehaving(Manners manners) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          try (exchange) {
            manners.handle(exchange, this);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  static Manners answers(int status, String type, String body) {
    return (exchange, server) -> {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  static Manners saysNothing() {
    return (exchange, server) -> server.closed.await();
  }

  static Manners stopsInTheMiddle() {
    return (exchange, server) -> {
      exchange.sendResponseHeaders(200, 1_000);
      OutputStream body = exchange.getResponseBody();
      body.write("{\"runs\": [".getBytes(StandardCharsets.UTF_8));
      body.flush();
      server.closed.await();
    };
  }

  static Manners hangsUp() {
    return (exchange, server) -> {};
  }

  /** Passes everything on to {@code real}, but loses its first answer to {@code path}. */
  static Manners loses(String path, URI real) {
    AtomicInteger asked = new AtomicInteger();
    HttpClient http = HttpClient.newHttpClient();
    return (exchange, server) -> {
      HttpRequest request =
          HttpRequest.newBuilder(real.resolve(exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
              .header("Content-Type", contentType(exchange.getRequestHeaders()))
              .build();
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (exchange.getRequestURI().getPath().endsWith(path) && asked.getAndIncrement() == 0) {
        return;
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    };
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  private static String contentType(Headers headers) {
    String type = headers.getFirst("Content-Type");
    return type == null ? "application/json" : type;
  }
}
