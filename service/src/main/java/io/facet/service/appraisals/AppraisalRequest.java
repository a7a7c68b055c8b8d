package io.facet.service.appraisals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.facet.service.problems.Problem;
import io.facet.service.stones.Stone;
import io.facet.service.stones.StoneReader;
import io.facet.service.stones.WrittenStone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked, as it is kept. */
record AppraisalRequest(
    Stone stone,
    BigDecimal price,
    @JsonProperty(CLIENT_REFERENCE) @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String clientReference) {

  static final String PRICE = "price";
  static final String CLIENT_REFERENCE = "client_reference";

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

  /** What {@code written} says, or the problem that names everything that can't be. */
  static AppraisalRequest of(WrittenStone written) {
    BigDecimal price = written.amounts().get(PRICE);
    List<Problem.Fault> faults = faults(price).map(List::of).orElse(List.of());
    Stone stone = Stone.of(written.diamond(faults));
    return new AppraisalRequest(
        stone,
        price == null ? BigDecimal.ZERO : price.setScale(2, RoundingMode.UNNECESSARY),
        written.texts().get(CLIENT_REFERENCE));
  }

  private static Optional<Problem.Fault> faults(@Nullable BigDecimal price) {
    if (price == null) {
      return fault("is missing: the expert's price in USD");
    } else if (price.signum() <= 0 || price.compareTo(MOST) > 0) {
      return fault("must be above 0 and at most a billion USD");
    } else if (price.stripTrailingZeros().scale() > 2) {
      return fault("must be whole cents");
    }
    return Optional.empty();
  }

  private static Optional<Problem.Fault> fault(String detail) {
    return Optional.of(new Problem.Fault("/" + PRICE, detail));
  }

  /** The body as the OpenAPI document shows it; {@code StoneReader} reads the real one. */
  @Schema(name = "AppraisalRequest", description = "A stone, and what an expert says it is worth.")
  record Body(
      @JsonUnwrapped Stone stone,
      @Schema(
              description = "The expert's price in USD, above 0, in whole cents",
              example = "3412.00")
          BigDecimal price,
      @JsonProperty(CLIENT_REFERENCE)
          @Schema(
              description = "Your own name of the stone, at most 200 characters",
              example = "tray 4, stone 12",
              maxLength = StoneReader.LONGEST_TEXT,
              pattern = StoneReader.PRINTABLE)
          @Nullable String clientReference) {}
}
