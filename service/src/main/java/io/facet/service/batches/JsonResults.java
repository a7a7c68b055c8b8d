package io.facet.service.batches;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.models.AnsweringModel;
import io.facet.service.problems.Problem;
import io.facet.service.problems.ProblemException;
import io.facet.service.stones.NamedStone;
import io.facet.service.stones.Price;
import io.facet.valuation.Caveat;
import io.facet.valuation.Estimate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes results as JSON objects.
 *
 * @param model that answers
 * @param problems says a problem in the words of this request
 */
record JsonResults(
    JsonMapper json, AnsweringModel model, Function<ProblemException, Problem> problems) {

  @Schema(name = "BatchEstimate", description = "A price, with detail=price.")
  record Priced(
      @JsonProperty(NamedStone.CLIENT_REFERENCE)
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "What the caller named it", example = "tray 4, stone 12")
          @Nullable String clientReference,
      @Schema(description = "Price in USD", example = "3412.07") BigDecimal price,
      @JsonProperty("price_per_carat")
          @Schema(description = "Price in USD per carat", example = "4738.99")
          BigDecimal pricePerCarat,
      Price.Range range,
      @Schema(description = "Why to take the price with care; empty for an ordinary stone")
          List<Caveat> caveats,
      AnsweringModel model) {

    static Priced of(NamedStone asked, Estimate estimate, AnsweringModel model) {
      Price price = Price.of(asked.stone(), estimate);
      return new Priced(
          asked.clientReference(),
          price.price(),
          price.perCarat(),
          price.range(),
          estimate.caveats(),
          model);
    }
  }

  @Schema(name = "BatchProblem", description = "A line that has no price, and why.")
  record Refused(
      @Schema(description = "Where it stands in what was sent, from 1", example = "17") long line,
      Problem problem) {}

  byte[] json(Line line, Result result) {
    return switch (result) {
      case Result.Priced priced ->
          json.writeValueAsBytes(Priced.of(priced.asked(), priced.estimate(), model));
      case Result.Kept kept -> kept.answer().getBytes(StandardCharsets.UTF_8);
      case Result.Refused refused ->
          json.writeValueAsBytes(new Refused(line.number(), problems.apply(refused.problem())));
    };
  }
}
