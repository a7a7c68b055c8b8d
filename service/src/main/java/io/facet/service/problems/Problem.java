package io.facet.service.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as it is answered. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "What went wrong (RFC 9457).")
public record Problem(
    @Schema(
            description = "Address of this kind of problem",
            example = "https://facet.example/problems/invalid-stone")
        URI type,
    @Schema(description = "The kind in words", example = "The stone can't be valued") String title,
    @Schema(description = "HTTP status", example = "422") int status,
    @Schema(description = "What to do about it") @Nullable String detail,
    @Schema(description = "The path that was asked for", example = "/v1/estimates") String instance,
    @JsonProperty("request_id")
        @Schema(description = "Say this id when you ask for help", example = "5f2b1c0a9d8e7f60")
        String requestId,
    @Schema(description = "Everything that is wrong with the body, at once") List<Fault> errors) {

  /** {@code problem} as it is answered to the request {@code requestId} for {@code instance}. */
  public static Problem of(ProblemException problem, String instance, String requestId) {
    return new Problem(
        problem.type().uri(),
        problem.type().title(),
        problem.type().status(),
        problem.getMessage(),
        instance,
        requestId,
        problem.faults());
  }

  /** One thing that is wrong with one member of a body. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "ProblemError", description = "One thing that is wrong.")
  public record Fault(
      @Schema(description = "JSON pointer to what is wrong", example = "/cut") String pointer,
      @Schema(description = "What is wrong", example = "\"Superb\" is not a cut grade")
          String detail,
      @Schema(
              description = "What would do, where it can be listed",
              example = "[\"Fair\",\"Good\",\"Very Good\",\"Premium\",\"Ideal\"]")
          List<String> allowed) {

    public Fault {
      allowed = List.copyOf(allowed);
    }

    public Fault(String pointer, String detail) {
      this(pointer, detail, List.of());
    }
  }
}
