package io.facet.service.issuing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.stones.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Schema(name = "KeyRotation", description = "How a key is replaced.")
record Rotation(
    @JsonProperty(OVERLAP)
        @Schema(
            description = "For how many hours the old key stays in force beside the new one",
            minimum = "0",
            maximum = "720",
            defaultValue = "24",
            example = "24")
        @Nullable Integer overlapHours) {

  private static final String OVERLAP = "overlap_hours";
  private static final int MOST = 720;
  private static final Duration USUAL = Duration.ofHours(24);

  /** How long the old key stays, or the problem of a body that doesn't say it rightly. */
  static Duration read(byte[] body, JsonMapper json) {
    if (body.length == 0) {
      return USUAL;
    }
    Members members = Members.of(body, json, Set.of(OVERLAP));
    JsonNode said = members.node(OVERLAP);
    if (said.isMissingNode()) {
      members.check();
      return USUAL;
    }
    int hours = said.isInt() ? said.intValue() : -1;
    if (hours < 0 || hours > MOST) {
      members.fault("/" + OVERLAP, "must be a whole number from 0 to " + MOST, List.of());
    }
    members.check();
    return Duration.ofHours(hours);
  }
}
