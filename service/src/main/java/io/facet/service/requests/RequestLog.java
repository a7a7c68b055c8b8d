package io.facet.service.requests;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.web.server.ServerWebExchange;

/**
 * Log lines about requests. Each bears the id of its request, which its caller knows. None repeats
 * what the caller made up: an address may hold anything, a key too.
 */
public final class RequestLog {

  private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

  /** Whoever sends nonsense all the time must not fill the disk. */
  private static final int MOST_A_SECOND = 50;

  private static final Pattern PLAIN = Pattern.compile("(?:/[a-z0-9-]{1,20}(?=/|$)){1,3}");

  private long second;
  private int written;
  private int left;

  /** A line about the request of {@code exchange}. */
  public static LoggingEventBuilder about(ServerWebExchange exchange, Logger log, Level level) {
    return log.atLevel(level).addKeyValue("request_id", RequestId.of(exchange));
  }

  /**
   * Says that a request failed, by the caller's fault or ours.
   *
   * @param route its pattern; empty where it got no further than the door
   */
  void failed(ServerWebExchange exchange, String route, int status, long nanos) {
    if (!mayWrite(System.nanoTime() / 1_000_000_000)) {
      return;
    }
    String method = RequestTimes.method(exchange.getRequest().getMethod()).name();
    String where = route.isEmpty() ? plain(exchange.getRequest().getPath().value()) : route;
    double millis = Math.rint(nanos / 1e4) / 100;
    about(exchange, log, status >= 500 ? Level.WARN : Level.INFO)
        .addKeyValue("method", method)
        .addKeyValue("route", where)
        .addKeyValue("status", status)
        .addKeyValue("ms", millis)
        .log("Answered {} to {} {}", status, method, where);
  }

  private synchronized boolean mayWrite(long now) {
    if (now != second) {
      if (left > 0) {
        log.warn("{} more requests failed within a second, which are not written here", left);
      }
      second = now;
      written = 0;
      left = 0;
    }
    if (written == MOST_A_SECOND) {
      left++;
      return false;
    }
    written++;
    return true;
  }

  /** As much of an address as its words are ours. */
  public static String plain(String path) {
    Matcher words = PLAIN.matcher(path);
    if (!words.lookingAt()) {
      return "…";
    }
    return words.end() == path.length() ? path : words.group() + "/…";
  }
}
