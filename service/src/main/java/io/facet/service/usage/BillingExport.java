package io.facet.service.usage;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.facet.service.keys.Plan;
import io.facet.service.metering.Outcome;
import io.facet.service.metering.UsageStore;
import io.facet.service.metering.UsageStore.Wanted;
import io.facet.service.metering.Use;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Use as CSV with what of it is to be paid for, a page at a time. */
final class BillingExport {

  private static final int PAGE = 500;
  private static final List<String> HEADER =
      List.of(
          "day",
          "business",
          "plan",
          "key_id",
          "operation",
          "outcome",
          "requests",
          "units",
          "billable_units");

  /** Only prices cost something, and only on these plans. */
  private static final List<String> PRICED =
      List.of("POST /v1/estimates", "POST /v1/valuations", "POST /v1/stones");

  private static final Set<Plan> PAYING = Set.of(Plan.STANDARD, Plan.BUSINESS);

  private final UsageStore store;

  BillingExport(UsageStore store) {
    this.store = store;
  }

  Flux<String> of(Wanted wanted) {
    // Nothing is said before the store has answered once: where it is away, that is the answer.
    return store.find(wanted, Optional.empty(), PAGE).flatMapMany(first -> from(first, wanted));
  }

  private Flux<String> from(List<Use> first, Wanted wanted) {
    return Mono.just(first)
        .expand(
            page ->
                page.size() < PAGE
                    ? Mono.empty()
                    : store.find(wanted, Optional.of(page.getLast().slot()), PAGE))
        .map(page -> lines(csv -> page.forEach(use -> csv.writeRecord(cells(use)))))
        .startWith(lines(csv -> csv.writeRecord(HEADER)));
  }

  private static List<String> cells(Use use) {
    return Stream.of(
            use.slot().day(),
            use.slot().business(),
            use.slot().plan().label(),
            use.slot().keyId(),
            use.slot().operation(),
            use.slot().outcome().label(),
            use.requests(),
            use.units(),
            billable(use))
        .map(Object::toString)
        .toList();
  }

  static long billable(Use use) {
    return use.slot().outcome() == Outcome.OK
            && PAYING.contains(use.slot().plan())
            && PRICED.stream().anyMatch(use.slot().operation()::startsWith)
        ? use.units()
        : 0;
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
