package io.facet.service.appraisals;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.problems.Problem;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.store.TimedIds;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Schema(description = "Which appraisals a version of the model has learned from.")
record Used(
    @ArraySchema(
            minItems = 1,
            maxItems = MOST,
            schema = @Schema(example = AppraisalAnswer.EXAMPLE_ID, pattern = "^" + ID + "$"),
            arraySchema = @Schema(description = "Ids of appraisals, at most 1,000"))
        List<String> ids,
    @JsonProperty(VERSION)
        @Schema(
            description = "The version's number in the registry",
            example = "8",
            pattern = "^" + SANE + "$")
        String modelVersion) {

  private static final int MOST = 1_000;
  private static final String IDS = "ids";
  private static final String VERSION = "model_version";
  private static final String ID = AppraisalController.PREFIX + TimedIds.DIGITS;
  private static final String SANE = "[A-Za-z0-9._-]{1,64}";
  private static final Pattern AN_ID = Pattern.compile(ID);

  /** What {@code body} says, or the problem that names all that is wrong with it. */
  static Used read(byte[] body, JsonMapper json) {
    JsonNode said = tree(body, json);
    List<Problem.Fault> faults = new ArrayList<>(0);
    said.propertyNames().stream()
        .filter(name -> !Set.of(IDS, VERSION).contains(name))
        .forEach(name -> faults.add(new Problem.Fault("/" + name, "is not known here")));
    JsonNode ids = said.path(IDS);
    if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST) {
      faults.add(new Problem.Fault("/" + IDS, "must be a list of 1 to 1,000 ids"));
    } else {
      for (int i = 0; i < ids.size(); i++) {
        if (!ids.get(i).isString() || !AN_ID.matcher(ids.get(i).stringValue()).matches()) {
          faults.add(new Problem.Fault("/" + IDS + "/" + i, "is not the id of an appraisal"));
        }
      }
    }
    JsonNode version = said.path(VERSION);
    if (!version.isString() || !version.stringValue().matches(SANE)) {
      faults.add(new Problem.Fault("/" + VERSION, "must be a version in quotes, such as \"8\""));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemType.INVALID_BODY, faults);
    }
    return new Used(
        ids.valueStream().map(JsonNode::stringValue).distinct().toList(), version.stringValue());
  }

  private static JsonNode tree(byte[] body, JsonMapper json) {
    JsonNode said;
    try {
      said = json.readTree(body);
    } catch (JacksonException e) {
      throw new ProblemException(ProblemType.INVALID_BODY, "This is not JSON.");
    }
    if (!said.isObject()) {
      throw new ProblemException(
          ProblemType.INVALID_BODY,
          "Send a JSON object: {\"ids\": [\"apr_…\"], \"model_version\": \"8\"}.");
    }
    return said;
  }
}
