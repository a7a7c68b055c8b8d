// A valuation from Java: java Valuation.java, 17 or later, nothing to install.
// Read the JSON with the library that you already use.
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

class Valuation {

  static final HttpClient HTTP = HttpClient.newHttpClient();

  static String ask(String path, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(System.getenv("FACET_URL") + path))
            .header("X-API-Key", System.getenv("FACET_KEY"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IOException(answer.body());
    }
    return answer.body();
  }

  public static void main(String[] arguments) throws Exception {
    String stone =
        "{\"carat\": 0.72, \"cut\": \"Ideal\", \"color\": \"F\", \"clarity\": \"VS1\", \"depth\":"
            + " 61.5, \"table\": 56, \"x\": 5.75, \"y\": 5.78, \"z\": 3.55}";

    // Ask for a price; nothing is stored.
    System.out.println(ask("/v1/estimates", stone, Map.of()));

    // Have it stored with its reasons. Sent again with the same key it makes nothing twice.
    System.out.println(
        ask("/v1/valuations", stone, Map.of("Idempotency-Key", "tray-4-stone-12-of-java")));
  }
}
