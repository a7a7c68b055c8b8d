package io.facet.service.valuations;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.facet.service.valuations.ValuationStore.Wanted;
import io.facet.valuation.Usd;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All valuations of a business as CSV, in constant memory: a page at a time, as they are taken. */
final class CsvExport {

  private static final int PAGE = 200;

  private static final List<String> HEADER =
      List.of(
          "id",
          "created_at",
          "client_reference",
          "carat",
          "cut",
          "color",
          "clarity",
          "depth",
          "table",
          "x",
          "y",
          "z",
          "price",
          "price_per_carat",
          "low",
          "high",
          "coverage",
          "model_version",
          "caveats");

  /** Where the columns lie in an answer: these, those in USD, and some more. */
  private static final List<String> POINTERS =
      List.of(
          "/id",
          "/created_at",
          "/client_reference",
          "/stone/carat",
          "/stone/cut",
          "/stone/color",
          "/stone/clarity",
          "/stone/depth",
          "/stone/table",
          "/stone/x",
          "/stone/y",
          "/stone/z");

  private static final List<String> USD =
      List.of("/price", "/price_per_carat", "/range/low", "/range/high");

  private static final List<String> MORE = List.of("/range/coverage", "/model/version");

  private final ValuationStore store;
  private final JsonMapper json;

  CsvExport(ValuationStore store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  Flux<String> of(String business) {
    Wanted all = Wanted.all(business);
    // Nothing is said before the store has answered once: where it is away, that is the answer.
    return store.newest(all, PAGE).flatMapMany(first -> from(first, all));
  }

  private Flux<String> from(List<StoredValuation> first, Wanted all) {
    return Mono.just(first)
        .expand(
            page ->
                page.size() < PAGE
                    ? Mono.empty()
                    : store.newest(all.before(page.getLast().id()), PAGE))
        .map(page -> lines(csv -> page.forEach(valuation -> csv.writeRecord(cells(valuation)))))
        .startWith(lines(csv -> csv.writeRecord(HEADER)));
  }

  private List<String> cells(StoredValuation valuation) {
    JsonNode answer = json.readTree(valuation.answer());
    Stream<String> caveats = answer.get("caveats").valueStream().map(c -> c.get("code").asString());
    return Stream.of(
            texts(answer, POINTERS),
            USD.stream().map(answer::at).map(CsvExport::usd),
            texts(answer, MORE),
            Stream.of(caveats.collect(Collectors.joining(" "))))
        .flatMap(cells -> cells)
        .toList();
  }

  private static String usd(JsonNode amount) {
    return amount.isNumber() ? Usd.cents(amount.doubleValue()).toPlainString() : "";
  }

  private static Stream<String> texts(JsonNode answer, List<String> pointers) {
    return pointers.stream().map(pointer -> answer.at(pointer).asString(""));
  }

  private static String lines(Consumer<CsvWriter> records) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      records.accept(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
