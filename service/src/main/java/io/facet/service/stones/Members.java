package io.facet.service.stones;

import io.facet.service.problems.Problem;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The members of a JSON object, with everything that is wrong with them. */
public final class Members {

  /** What {@link #text} takes, for the API page. */
  public static final String TEXT = "^[^\\x00-\\x1f\\x7f-\\x9f]*\\S[^\\x00-\\x1f\\x7f-\\x9f]*$";

  private final JsonNode object;
  private final List<Problem.Fault> faults = new ArrayList<>(0);
  private boolean readable = true;

  private Members(JsonNode object) {
    this.object = object;
  }

  /** Those of {@code body}, which may have the members {@code known} and no others. */
  public static Members of(byte[] body, JsonMapper json, Set<String> known) {
    Members members = new Members(object(body, json));
    members.object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                members.fault("/" + name, "is not known here", known.stream().sorted().toList()));
    return members;
  }

  private static JsonNode object(byte[] body, JsonMapper json) {
    JsonNode said;
    try {
      said =
          json.readerFor(JsonNode.class)
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .readValue(body);
    } catch (JacksonException e) {
      throw new ProblemException(
          ProblemType.INVALID_BODY, "This is not one JSON object, or a member stands there twice.");
    }
    if (!said.isObject()) {
      throw new ProblemException(ProblemType.INVALID_BODY, "Send a JSON object.");
    }
    return said;
  }

  /** A missing node where there is no such member, or where it is null. */
  public JsonNode node(String name) {
    JsonNode node = object.path(name);
    return node.isNull() ? object.path("") : node;
  }

  /** A text that must be there. */
  public String text(String name, int longest) {
    JsonNode node = node(name);
    String said = node.isString() ? node.stringValue() : "";
    if (said.isBlank() || said.length() > longest || StoneReader.isUnprintable(said)) {
      fault(
          "/" + name,
          "must be a text of 1 to %d characters, without control characters".formatted(longest),
          List.of());
    }
    return said.strip();
  }

  /** The member at {@code pointer} has another form than it should. */
  public void fault(String pointer, String detail, List<String> allowed) {
    readable = false;
    faults.add(new Problem.Fault(pointer, detail, allowed));
  }

  /** The member at {@code pointer} can be read, but what it says can't be. */
  public void impossible(String pointer, String detail) {
    faults.add(new Problem.Fault(pointer, detail));
  }

  /** Throws when anything was wrong. */
  public void check() {
    if (!faults.isEmpty()) {
      throw new ProblemException(
          readable ? ProblemType.IMPOSSIBLE_REQUEST : ProblemType.INVALID_BODY, faults);
    }
  }
}
