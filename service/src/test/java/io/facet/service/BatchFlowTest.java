package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a batch flows: both ways at once, never faster than it is taken, in constant memory. */
@Timeout(120)
class BatchFlowTest {

  private static final RunningService service = RunningService.shared();
  private static final String NDJSON = "application/x-ndjson";
  private static final String STONE = RunningService.STONE + "\n";

  /** How many stones of another weight follow one another. */
  private static final int WEIGHTS = 97;

  /** How many of them are sent at once. */
  private static final int PART = 100;

  @ParameterizedTest
  @CsvSource({"price", "full"})
  void a_line_is_answered_before_the_next_one_is_sent(String detail) throws IOException {
    try (Conversation batch = open("?detail=" + detail, NDJSON)) {
      batch.say(bytes(STONE));
      batch.flush();
      assertThat(batch.head()).isEqualTo("HTTP/1.1 200 OK");
      for (int i = 0; i < 5; i++) {
        assertThat(batch.line()).contains("\"price\":");
        batch.say(bytes(STONE));
        batch.flush();
      }
      batch.sayNoMore();

      assertThat(batch.line()).contains("\"price\":");
      assertThat(batch.line()).isEmpty();
    }
  }

  @Test
  void a_row_is_answered_before_the_next_one_is_sent() throws IOException {
    try (Conversation batch = open("", "text/csv")) {
      batch.say(bytes("carat,cut,color,clarity,depth,table,x,y,z\n"));
      batch.flush();
      assertThat(batch.head()).isEqualTo("HTTP/1.1 200 OK");
      assertThat(batch.line()).endsWith("model_version");
      for (int i = 0; i < 3; i++) {
        batch.say(bytes("0.72,Ideal,F,VS1,61.5,56,5.75,5.78,3.55\n"));
        batch.flush();
        assertThat(batch.line()).endsWith("demo-model");
      }
      batch.sayNoMore();

      assertThat(batch.line()).isEmpty();
    }
  }

  @Test
  void a_key_that_is_revoked_meanwhile_gets_no_more_prices(@TempDir Path home) throws IOException {
    try (RunningService own = RunningService.serving(home);
        Conversation batch =
            new Conversation(
                URI.create(own.address()), own.key("demo"), "/v1/valuations/batch", NDJSON)) {
      batch.say(bytes(STONE));
      batch.flush();
      batch.head();
      assertThat(batch.line()).contains("\"price\":");

      own.anonymous()
          .delete()
          .uri("/v1/keys/" + own.key("demo").split("_", -1)[2])
          .header("X-API-Key", own.key("admin"))
          .exchange()
          .expectStatus()
          .is2xxSuccessful();
      batch.say(bytes(STONE));
      batch.flush();

      assertThat(batch.line()).contains("/problems/unauthorized");
      batch.sayNoMore();
    }
  }

  @ParameterizedTest
  @CsvSource({"price, 32", "full, 16"})
  void who_does_not_read_is_not_read_from(String detail, int mostMegabytes)
      throws IOException, InterruptedException {
    int lines = 1_000_000;
    AtomicLong sent = new AtomicLong();
    try (Conversation batch = open("?detail=" + detail, NDJSON)) {
      CompletableFuture<Void> sender =
          CompletableFuture.runAsync(
              () -> send(batch, lines, STONE, sent), Thread::startVirtualThread);
      long stalledAt = whereItStalls(sent);

      assertThat(sender).isNotDone();
      assertThat(stalledAt * STONE.length()).isLessThan(mostMegabytes * 1024L * 1024);

      // And goes on as soon as somebody reads.
      batch.head();
      while (sent.get() < stalledAt + 100) {
        assertThat(batch.line()).contains("\"price\":");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-ndjson, price, 1000000",
    "text/csv, price, 1000000",
    "application/x-ndjson, full, 20000",
    "text/csv, full, 20000"
  })
  void as_many_lines_as_one_likes_pass_in_order_through_a_small_memory(
      String type, String detail, int lines, @TempDir Path home) throws IOException {
    Path model = TestModel.write(home.resolve("model"), 6000);
    boolean csv = type.equals("text/csv");
    try (ChildService small =
            ChildService.start(home, model, Map.of(), "-Xmx64m", "-XX:MaxDirectMemorySize=32m");
        Conversation batch =
            new Conversation(
                small.address(), small.key(), "/v1/valuations/batch?detail=" + detail, type)) {
      CompletableFuture<Void> sender =
          CompletableFuture.runAsync(
              () -> sendNumbered(batch, lines, csv), Thread::startVirtualThread);

      assertThat(batch.head()).isEqualTo("HTTP/1.1 200 OK");
      if (csv) {
        assertThat(batch.line()).startsWith("number,carat");
      }
      List<String> prices = new ArrayList<>();
      for (int i = 0; i < lines; i++) {
        String line = batch.line();
        String price = price(line, csv);
        if (i < WEIGHTS) {
          assertThat(prices).doesNotContain(price);
          prices.add(price);
        }
        String begin = csv ? i + "," : "";
        if (!line.startsWith(begin) || !price.equals(prices.get(i % WEIGHTS))) {
          assertThat(line).as("line %d", i).startsWith(begin).contains(prices.get(i % WEIGHTS));
        }
      }

      assertThat(batch.line()).isEmpty();
      assertThat(sender).succeedsWithin(Duration.ofSeconds(10));
    }
  }

  /** Stones that weigh something else each time, again and again, and are numbered in CSV. */
  private static void sendNumbered(Conversation batch, int lines, boolean csv) {
    try {
      if (csv) {
        batch.say(bytes("number,carat,cut,color,clarity,depth,table,x,y,z\n"));
      }
      for (int i = 0; i < lines; i += PART) {
        StringBuilder part = new StringBuilder();
        for (int number = i; number < i + PART; number++) {
          String carat = "0.7%02d".formatted(number % WEIGHTS);
          part.append(
              csv
                  ? number + "," + carat + ",Ideal,F,VS1,61.5,56,5.75,5.78,3.55\n"
                  : STONE.replace("0.72", carat));
        }
        batch.say(bytes(part.toString()));
      }
      batch.sayNoMore();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String price(String line, boolean csv) {
    if (csv) {
      return line.split(",", 13)[10];
    }
    int from = line.indexOf("\"price\":");
    assertThat(from).as(line).isPositive();
    return line.substring(from + 8, line.indexOf(',', from));
  }

  private static void send(Conversation batch, int times, String lines, AtomicLong sent) {
    byte[] part = bytes(lines);
    try {
      for (int i = 0; i < times; i++) {
        batch.say(part);
        sent.incrementAndGet();
      }
      batch.sayNoMore();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many lines have been sent once no more are taken for a second. */
  private static long whereItStalls(AtomicLong sent) throws InterruptedException {
    long before = -1;
    while (sent.get() == 0 || sent.get() != before) {
      before = sent.get();
      Thread.sleep(1000);
    }
    return before;
  }

  private static Conversation open(String query, String type) throws IOException {
    return new Conversation(
        URI.create(service.address()), service.key("demo"), "/v1/valuations/batch" + query, type);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
