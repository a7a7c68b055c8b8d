package io.facet.registry;

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
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does to its callers what a real MLflow or Azurite can't be asked to do. */
public final class Misbehaving implements AutoCloseable {

  /** What each connection says for itself. */
  private static final Set<String> OURS =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "expect");

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();

  /** What it does with a request. */
  public interface Manners {
    void handle(HttpExchange exchange, Misbehaving server) throws IOException, InterruptedException;
  }

  public Misbehaving(Manners manners) throws IOException {
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

  public static Manners answers(int status, String type, String body) {
    return (exchange, server) -> {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** The same with a header, by which its callers may know whom they speak to. */
  public static Manners withHeader(String name, String value, Manners manners) {
    return (exchange, server) -> {
      exchange.getResponseHeaders().add(name, value);
      manners.handle(exchange, server);
    };
  }

  public static Manners saysNothing() {
    return (exchange, server) -> server.closed.await();
  }

  public static Manners stopsInTheMiddle() {
    return (exchange, server) -> {
      exchange.sendResponseHeaders(200, 1_000);
      OutputStream body = exchange.getResponseBody();
      body.write("{\"runs\": [".getBytes(StandardCharsets.UTF_8));
      body.flush();
      server.closed.await();
    };
  }

  public static Manners hangsUp() {
    return (exchange, server) -> {};
  }

  /** Passes everything on to {@code real}, but loses its first answer to {@code path}. */
  public static Manners loses(String path, URI real) {
    AtomicInteger asked = new AtomicInteger();
    HttpClient http = HttpClient.newHttpClient();
    return (exchange, server) -> {
      HttpResponse<byte[]> answer = passOn(exchange, real, http);
      if (!isFirst(exchange, path, asked)) {
        passBack(answer, exchange);
      }
    };
  }

  /** Passes everything on to {@code real}, but is too busy for the first request. */
  public static Manners isBusyAtFirst(URI real) {
    AtomicInteger asked = new AtomicInteger();
    HttpClient http = HttpClient.newHttpClient();
    return (exchange, server) -> {
      if (isFirst(exchange, "", asked)) {
        answers(503, "text/plain", "come back later").handle(exchange, server);
      } else {
        passBack(passOn(exchange, real, http), exchange);
      }
    };
  }

  /** Passes everything on to {@code real}, but forbids {@code path}. */
  public static Manners forbids(String path, URI real) {
    HttpClient http = HttpClient.newHttpClient();
    return (exchange, server) -> {
      if (exchange.getRequestURI().getPath().endsWith(path)) {
        answers(403, "text/plain", "you may only read here").handle(exchange, server);
      } else {
        passBack(passOn(exchange, real, http), exchange);
      }
    };
  }

  private static boolean isFirst(HttpExchange exchange, String path, AtomicInteger asked) {
    return exchange.getRequestURI().getPath().endsWith(path) && asked.getAndIncrement() == 0;
  }

  private static HttpResponse<byte[]> passOn(HttpExchange exchange, URI real, HttpClient http)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(real.resolve(exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void passBack(HttpResponse<byte[]> answer, HttpExchange exchange)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    if (exchange.getRequestMethod().equals("HEAD")) {
      answer
          .headers()
          .firstValue("content-length")
          .ifPresent(length -> exchange.getResponseHeaders().set("content-length", length));
    }
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How often it was asked. */
  public int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
