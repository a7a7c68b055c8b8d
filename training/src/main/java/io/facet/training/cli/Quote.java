package io.facet.training.cli;

import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A valuation of the service, as a person reads it. */
final class Quote {

  private Quote() {}

  static void print(JsonNode valuation, PrintWriter out) {
    JsonNode stone = valuation.path("stone");
    JsonNode range = valuation.path("range");
    out.printf(
        "  A diamond of %s ct, color %s, clarity %s, cut %s%n%n",
        stone.path("carat").asString(),
        stone.path("color").asString(),
        stone.path("clarity").asString(),
        stone.path("cut").asString());
    out.printf(
        "  is worth %s, which is %s a carat.%n",
        usd(valuation.path("price")), usd(valuation.path("price_per_carat")));
    out.printf(
        Locale.ROOT,
        "  %.0f in 100 such stones lie between %s and %s.%n%n",
        100 * range.path("coverage").asDouble(),
        usd(range.path("low")),
        usd(range.path("high")));
    JsonNode reference = valuation.path("reference");
    out.printf("  %14s  %s%n", usd(reference.path("price")), reference.path("name").asString());
    for (JsonNode reason : valuation.path("reasons")) {
      out.printf(
          Locale.ROOT,
          "  %+14.2f  %s%n",
          reason.path("usd").asDouble(),
          reason.path("text").asString());
    }
    out.printf("  %14s%n", usd(valuation.path("price")));
    for (JsonNode caveat : valuation.path("caveats")) {
      out.printf("%n  Take care: %s%n", caveat.path("text").asString());
    }
    JsonNode model = valuation.path("model");
    out.printf(
        "%n  %s version %s%n", model.path("name").asString(), model.path("version").asString());
  }

  static String problem(int status, JsonNode problem) {
    StringBuilder text =
        new StringBuilder(
            "the service answers " + status + ": " + problem.path("title").asString(""));
    for (JsonNode error : problem.path("errors")) {
      text.append(
          "%n  %s %s".formatted(error.path("pointer").asString(), error.path("detail").asString()));
    }
    return text.toString();
  }

  private static String usd(JsonNode amount) {
    return String.format(Locale.ROOT, "$%,.2f", amount.asDouble());
  }
}
