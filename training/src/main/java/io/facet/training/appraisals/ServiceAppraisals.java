package io.facet.training.appraisals;

import io.facet.valuation.stone.Feature;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The appraisals of one business, over the service's API: {@code /v1/appraisals}. */
public final class ServiceAppraisals implements Appraisals {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PAGE = 100;
  private static final int MOST_AT_ONCE = 1_000;

  private final URI service;
  private final String key;

  /**
   * @param service such as {@code http://127.0.0.1:8080}
   * @param key with the scope {@code appraisals}
   */
  public ServiceAppraisals(URI service, String key) {
    this.service = service;
    this.key = key;
  }

  @Override
  public List<SentAppraisal> unused() {
    List<SentAppraisal> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = ask(request("?used=false&limit=" + PAGE + cursor).GET().build());
      page.path("data").forEach(sent -> all.add(appraisal(sent)));
      String next = page.path("next_cursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return all;
  }

  @Override
  public void use(List<String> ids, String version) {
    for (int from = 0; from < ids.size(); from += MOST_AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST_AT_ONCE));
      String body =
          JsonMapper.shared().writeValueAsString(Map.of("ids", some, "model_version", version));
      ask(
          request("/used")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build());
    }
  }

  private HttpRequest.Builder request(String rest) {
    String base = service.toString().replaceFirst("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + "/v1/appraisals" + rest))
        .timeout(PATIENCE)
        .header("X-API-Key", key);
  }

  private JsonNode ask(HttpRequest request) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      if (response.statusCode() != 200) {
        throw new AppraisalsAwayException(
            "The service at %s gives no appraisals: %d %s"
                .formatted(
                    service,
                    response.statusCode(),
                    answer.path("detail").asString(answer.path("title").asString(""))),
            null);
      }
      return answer;
    } catch (IOException e) {
      throw new AppraisalsAwayException(
          "The service at %s doesn't answer (%s)".formatted(service, e), e);
    } catch (JacksonException e) {
      throw notOurs(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AppraisalsAwayException("Interrupted while reading appraisals", e);
    }
  }

  private SentAppraisal appraisal(JsonNode sent) {
    try {
      Map<Feature, String> stone = new EnumMap<>(Feature.class);
      for (Feature feature : Feature.values()) {
        stone.put(feature, required(sent.path("stone").path(feature.column())).asString());
      }
      return new SentAppraisal(
          required(sent.path("id")).stringValue(),
          Instant.parse(required(sent.path("created_at")).stringValue()),
          sent.path("client_reference").asString(""),
          stone,
          new BigDecimal(required(sent.path("price")).asString()));
    } catch (RuntimeException e) {
      throw notOurs(e);
    }
  }

  private static JsonNode required(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      throw new IllegalArgumentException("incomplete");
    }
    return value;
  }

  private AppraisalsAwayException notOurs(Exception cause) {
    return new AppraisalsAwayException(
        "What answers at " + service + " is not Facet's service", cause);
  }
}
