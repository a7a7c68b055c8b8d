package io.facet.service.batches;

import io.facet.service.problems.Problem;
import io.facet.service.problems.ProblemException;
import io.facet.service.stones.Price;
import io.facet.service.valuations.Detail;
import io.facet.valuation.Caveat;
import io.facet.valuation.Usd;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes results as cells, in the columns that {@code ./facet value} appends, and some more. */
record CsvCells(Detail detail, String version, JsonMapper json) {

  private static final List<String> PRICE =
      List.of("estimate", "low", "high", "problem", "caveats", "model_version");

  /** What is appended to the header. */
  List<String> header() {
    List<String> header = new ArrayList<>(PRICE);
    if (detail == Detail.FULL) {
      header.add("valuation_id");
      header.add("reference");
      Arrays.stream(Factor.values()).map(factor -> "factor_" + factor.label()).forEach(header::add);
    }
    return header;
  }

  /** What is appended to the row. */
  List<String> of(Result result) {
    return switch (result) {
      case Result.Priced priced -> {
        Price price = Price.of(priced.asked().stone(), priced.estimate());
        yield List.of(
            price.price().toPlainString(),
            price.range().low().toPlainString(),
            price.range().high().toPlainString(),
            "",
            priced.estimate().caveats().stream().map(Caveat::code).collect(Collectors.joining(" ")),
            version);
      }
      case Result.Kept kept -> of(json.readTree(kept.answer()));
      case Result.Refused refused -> {
        List<String> cells = new ArrayList<>(Collections.nCopies(header().size(), ""));
        cells.set(PRICE.indexOf("problem"), words(refused.problem()));
        yield cells;
      }
    };
  }

  private static List<String> of(JsonNode valuation) {
    Stream<String> price =
        Stream.of("/price", "/range/low", "/range/high").map(p -> usd(valuation.at(p)));
    Stream<String> caveats =
        valuation.get("caveats").valueStream().map(caveat -> caveat.get("code").asString());
    Stream<String> others =
        Stream.of(
            valuation.at("/model/version").asString(),
            valuation.at("/id").asString(),
            usd(valuation.at("/reference/price")));
    Stream<String> factors =
        valuation.get("reasons").valueStream().map(reason -> reason.get("multiplier").asString());
    return Stream.of(
            price, Stream.of("", caveats.collect(Collectors.joining(" "))), others, factors)
        .flatMap(cells -> cells)
        .toList();
  }

  private static String usd(JsonNode amount) {
    return amount.isNumber() ? Usd.cents(amount.doubleValue()).toPlainString() : "";
  }

  private static String words(ProblemException problem) {
    String faults =
        problem.faults().stream().map(CsvCells::words).collect(Collectors.joining("; "));
    if (!faults.isEmpty()) {
      return faults;
    }
    String detail = problem.getMessage();
    return detail == null ? problem.type().title() : detail;
  }

  private static String words(Problem.Fault fault) {
    String allowed =
        fault.allowed().isEmpty() ? "" : " (allowed: " + String.join(", ", fault.allowed()) + ")";
    return fault.pointer().substring(1) + ": " + fault.detail() + allowed;
  }
}
