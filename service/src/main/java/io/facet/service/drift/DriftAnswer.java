package io.facet.service.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facet.registry.profile.Distribution;
import io.facet.registry.profile.Level;
import io.facet.service.models.ServedModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Drift",
    description =
        "How the stones asked last compare with those that the model has learned from. A model"
            + " knows little of stones unlike those.")
record DriftAnswer(
    @Schema(description = "The version of the model that has learned", example = "7")
        String version,
    @Schema(description = "How many stones were asked last, 4,096 at most", example = "4096")
        int stones,
    @Schema(description = "The farthest that any of the factors has moved") Level level,
    @Schema(description = "The nine factors; none where nothing can be said") List<Moved> factors,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "Why nothing can be said, if so",
            example = "Stones asked since the start: 12. 500 or more tell something.")
        @Nullable String trouble) {

  private static final double DIGITS = 1e4;

  @Schema(name = "FactorDrift", description = "How one factor's values have moved.")
  record Moved(
      @Schema(
              description = "Which of the nine",
              example = "carat",
              allowableValues = {
                "carat",
                "color",
                "clarity",
                "cut",
                "depth",
                "table",
                "spread",
                "roundness",
                "height"
              })
          String factor,
      @Schema(
              description =
                  "The population stability index, Σ (q − p) · ln(q / p) over the bins: 0 where"
                      + " nothing has moved",
              example = "0.034")
          double psi,
      @Schema(
              description =
                  "warning from 0.1, alarm from 0.25, of what the index exceeds its average where"
                      + " nothing has moved")
          Level level,
      @Schema(description = "Where its values lie") List<Bin> bins) {

    static Moved of(LiveDrift.Shift shift) {
      Distribution learned = shift.learned();
      Distribution asked = shift.asked();
      double psi = shift.psi();
      return new Moved(
          shift.factor().label(),
          rounded(psi),
          Level.ofPsi(psi - learned.psiByChance(asked)),
          IntStream.range(0, learned.labels().size())
              .mapToObj(
                  bin -> new Bin(learned.labels().get(bin), share(learned, bin), share(asked, bin)))
              .toList());
    }

    private static double share(Distribution of, int bin) {
      return rounded(of.percents().get(bin) / 100);
    }

    private static double rounded(double value) {
      return Math.rint(value * DIGITS) / DIGITS;
    }
  }

  @Schema(name = "DriftBin", description = "Values that are counted together.")
  record Bin(
      @Schema(description = "Which values", example = "0.70 to 0.90") String values,
      @Schema(description = "The share of the stones learned from", example = "0.1003")
          double learned,
      @Schema(description = "The share of the stones asked last", example = "0.121")
          double asked) {}

  static DriftAnswer of(ServedModel model, LiveDrift.Reading reading) {
    List<Moved> factors = reading.factors().stream().map(Moved::of).toList();
    return new DriftAnswer(
        model.version(),
        reading.stones(),
        factors.stream().map(Moved::level).max(Level::compareTo).orElse(Level.NONE),
        factors,
        factors.isEmpty() ? trouble(reading) : null);
  }

  private static String trouble(LiveDrift.Reading reading) {
    return reading.stones() < LiveDrift.FEWEST
        ? "Stones asked since the start: %,d. %,d or more tell something."
            .formatted(reading.stones(), LiveDrift.FEWEST)
        : "This model doesn't say what it has learned from.";
  }
}
