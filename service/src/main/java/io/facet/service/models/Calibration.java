package io.facet.service.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.facet.registry.folder.ModelFolder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a model's ranges hold what they state, and its prices are right on average, by what the
 * model folder says out of fold.
 */
@Schema(
    name = "ModelCalibration",
    description =
        "How often the expert's price lay within the range, and where it lay on average, for stones"
            + " that the model had not learned from.")
public record Calibration(
    @Schema(description = "The share of stones that ranges state to hold", example = "0.9")
        double stated,
    @Schema(description = "The share that they held", example = "0.8989") double measured,
    @Schema(description = "How many stones were looked at", example = "4985") int stones,
    @JsonProperty("by_carat")
        @Schema(description = "The same by the weight bands in which ranges were calibrated")
        List<Band> byCarat,
    @JsonProperty("by_price")
        @Schema(description = "Prices on average: a tenth of the stones each, the cheapest first")
        List<Tenth> byPrice) {

  private static final Logger log = LoggerFactory.getLogger(Calibration.class);

  /** Where a model folder keeps the prices of stones by models that had not seen them. */
  private static final String OUT_OF_FOLD = "training/out-of-fold.csv";

  private static final double DIGITS = 1e4;
  private static final double CENTS = 100;
  private static final int TENTHS = 10;

  @Schema(name = "CalibrationBand", description = "The stones of one band of weight.")
  record Band(
      @JsonProperty("carat_from") @Schema(description = "From this weight on", example = "0.7")
          double caratFrom,
      @JsonProperty("carat_to")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(
              description = "The least weight that no longer belongs to it; left out of the last",
              example = "1")
          @Nullable Double caratTo,
      @Schema(description = "The share of them whose price the range held", example = "0.902")
          double measured,
      @Schema(description = "How many stones of the band were looked at", example = "1212")
          int stones) {}

  @Schema(name = "CalibrationTenth", description = "Stones that the model prices alike.")
  record Tenth(
      @Schema(description = "The model's price, on average, in USD", example = "950.12")
          double estimate,
      @Schema(description = "The experts' price, on average, in USD", example = "948.3")
          double price,
      @Schema(description = "How many stones", example = "498") int stones) {

    static Tenth of(List<Stone> stones) {
      return new Tenth(mean(stones, Stone::estimate), mean(stones, Stone::price), stones.size());
    }

    private static double mean(List<Stone> stones, ToDoubleFunction<Stone> price) {
      double mean = stones.stream().mapToDouble(price).average().orElseThrow();
      return Math.rint(mean * CENTS) / CENTS;
    }
  }

  record Stone(double carat, double price, double estimate, boolean held) {}

  /** That of {@code folder}; empty where it doesn't say how its ranges did. */
  static Optional<Calibration> of(ModelFolder folder) {
    try {
      return folder
          .sealed(OUT_OF_FOLD)
          .map(Calibration::read)
          .filter(stones -> !stones.isEmpty())
          .map(stones -> of(folder, stones));
    } catch (CsvParseException | NumberFormatException | NoSuchElementException e) {
      // Prices don't depend on it.
      log.warn("{} in {} can't be read: {}", OUT_OF_FOLD, folder.path(), e.getMessage());
      return Optional.empty();
    }
  }

  private static Calibration of(ModelFolder folder, List<Stone> stones) {
    double[] starts = folder.appraiser().ranges().starts();
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      double from = starts[i];
      double to = i + 1 < starts.length ? starts[i + 1] : Double.POSITIVE_INFINITY;
      List<Stone> band =
          stones.stream().filter(one -> one.carat() >= from && one.carat() < to).toList();
      if (!band.isEmpty()) {
        bands.add(
            new Band(
                from, Double.isFinite(to) ? Double.valueOf(to) : null, held(band), band.size()));
      }
    }
    return new Calibration(
        folder.appraiser().ranges().coverage(), held(stones), stones.size(), bands, tenths(stones));
  }

  private static List<Tenth> tenths(List<Stone> stones) {
    List<Stone> cheapestFirst =
        stones.stream().sorted(Comparator.comparingDouble(Stone::estimate)).toList();
    int count = Math.min(TENTHS, stones.size());
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Tenth.of(
                    cheapestFirst.subList(
                        stones.size() * i / count, stones.size() * (i + 1) / count)))
        .toList();
  }

  private static double held(List<Stone> stones) {
    double share = (double) stones.stream().filter(Stone::held).count() / stones.size();
    return Math.rint(share * DIGITS) / DIGITS;
  }

  private static List<Stone> read(byte[] file) {
    return CsvReader.builder().ofNamedCsvRecord(new String(file, StandardCharsets.UTF_8)).stream()
        .map(
            row ->
                new Stone(
                    number(row, "carat"),
                    number(row, "price"),
                    number(row, "estimate"),
                    number(row, "low") <= number(row, "price")
                        && number(row, "price") <= number(row, "high")))
        .toList();
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }
}
