package io.facet.service.stones;

import io.facet.service.problems.Problem;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.valuation.stone.Feature;
import io.facet.valuation.stone.StoneDescription;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a stone from JSON token by token: a data binder stops at the first wrong member and speaks
 * of Java types, and this names every wrong member in a jeweller's words.
 */
public final class StoneReader {

  /** What a text may hold, for the API page: all but what {@link #isUnprintable} finds. */
  public static final String PRINTABLE = "^[^\\x00-\\x1f\\x7f-\\x9f]*$";

  /** How many characters a text may have. */
  public static final int LONGEST_TEXT = 200;

  private static final int LONGEST_NAME = 40;
  // Databases refuse the former, and half a surrogate pair can't be written as UTF-8.
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");
  private static final JsonFactory JSON = JsonFactory.builder().build();
  private static final Map<String, Feature> FEATURES =
      Arrays.stream(Feature.values())
          .collect(Collectors.toUnmodifiableMap(Feature::column, Function.identity()));

  private final Map<String, Kind> others;

  private StoneReader(Map<String, Kind> others) {
    this.others = others;
  }

  private enum Kind {
    TEXT,
    AMOUNT,
    FLAG
  }

  /** Reads the nine members of a stone, nothing else. */
  public StoneReader() {
    this(Map.of());
  }

  /** Reads the member {@code name}, a text, as well. */
  public StoneReader withText(String name) {
    return with(name, Kind.TEXT);
  }

  /** Reads the member {@code name}, a number, as well. */
  public StoneReader withAmount(String name) {
    return with(name, Kind.AMOUNT);
  }

  /** Reads the member {@code name}, true or false, as well. */
  public StoneReader withFlag(String name) {
    return with(name, Kind.FLAG);
  }

  private StoneReader with(String name, Kind kind) {
    Map<String, Kind> more = new LinkedHashMap<>(others);
    more.put(name, kind);
    return new StoneReader(more);
  }

  /** Whether {@code text} holds what can't be kept or written again. */
  public static boolean isUnprintable(String text) {
    return UNPRINTABLE.matcher(text).find();
  }

  /** What the body of {@code request} says, or the problem that names all that is wrong with it. */
  public Mono<WrittenStone> read(ServerHttpRequest request) {
    return Body.of(request).map(this::read);
  }

  /** The same of a body, or a part of one, that is one JSON object. */
  public WrittenStone read(byte[] body) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
      return new Reading(json).read();
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /** Says where {@code e} found that this is no JSON. */
  public static ProblemException malformed(JacksonException e) {
    return e.getLocation() == null
        ? new ProblemException(ProblemType.INVALID_BODY, "This is not JSON.")
        : new ProblemException(
            ProblemType.INVALID_BODY,
            "This is not JSON: it goes wrong at line %d, column %d."
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
  }

  private final class Reading {

    private final JsonParser json;
    private final double[] numbers = new double[Feature.values().length];
    private final @Nullable String[] words = new String[Feature.values().length];
    private final boolean[] given = new boolean[Feature.values().length];
    private final Map<String, String> texts = new HashMap<>(0);
    private final Map<String, BigDecimal> amounts = new HashMap<>(0);
    private final Map<String, Boolean> flags = new HashMap<>(0);
    private final Set<String> names = new HashSet<>();
    private final List<Problem.Fault> faults = new ArrayList<>(0);

    Reading(JsonParser json) {
      this.json = json;
    }

    WrittenStone read() {
      JsonToken first = json.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw new ProblemException(
            ProblemType.INVALID_BODY,
            first == null
                ? "The body is empty: send a stone."
                : "Send one stone as a JSON object: {\"carat\": 0.72, …}.");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        member(json.currentName());
      }
      if (json.nextToken() != null) {
        throw new ProblemException(
            ProblemType.INVALID_BODY, "Something follows after the stone: send one JSON object.");
      }
      if (!faults.isEmpty()) {
        throw new ProblemException(ProblemType.INVALID_BODY, faults);
      }
      return new WrittenStone(description(), texts, amounts, flags);
    }

    private void member(String name) {
      JsonToken token = json.nextToken();
      Feature feature = FEATURES.get(name);
      Kind other = feature == null ? others.get(name) : null;
      if (!names.add(name)) {
        fault(name, "is there more than once");
      } else if (feature == null && other == null) {
        fault(name, "is not known here", known());
      } else if (token == JsonToken.VALUE_NULL) {
        return;
      } else if (feature == null) {
        other(name, Objects.requireNonNull(other), token);
      } else if (feature.isGrade()) {
        grade(feature, token);
      } else {
        number(feature, token);
      }
      json.skipChildren();
    }

    private void other(String name, Kind kind, JsonToken token) {
      switch (kind) {
        case TEXT -> text(name, token);
        case AMOUNT -> amount(name, token);
        case FLAG -> flag(name, token);
      }
    }

    private void number(Feature feature, JsonToken token) {
      if (token.isNumeric()) {
        numbers[feature.ordinal()] = json.getDoubleValue();
        given[feature.ordinal()] = true;
      } else {
        noNumber(feature.column(), token);
      }
    }

    private void amount(String name, JsonToken token) {
      if (token.isNumeric()) {
        amounts.put(name, json.getDecimalValue());
      } else {
        noNumber(name, token);
      }
    }

    private void flag(String name, JsonToken token) {
      if (token.isBoolean()) {
        flags.put(name, token == JsonToken.VALUE_TRUE);
      } else {
        fault(name, "must be true or false, without quotes");
      }
    }

    private void noNumber(String name, JsonToken token) {
      String hint = token == JsonToken.VALUE_STRING ? ", without quotes" : "";
      fault(name, "must be a number" + hint);
    }

    private void grade(Feature feature, JsonToken token) {
      if (token == JsonToken.VALUE_STRING) {
        words[feature.ordinal()] = json.getString();
      } else {
        fault(feature.column(), "must be a grade in quotes");
      }
    }

    private void text(String name, JsonToken token) {
      if (token != JsonToken.VALUE_STRING) {
        fault(name, "must be a text in quotes");
      } else if (json.getString().length() > LONGEST_TEXT) {
        fault(name, "must have at most %d characters".formatted(LONGEST_TEXT));
      } else if (isUnprintable(json.getString())) {
        fault(name, "must not hold control characters or broken Unicode");
      } else {
        texts.put(name, json.getString());
      }
    }

    private StoneDescription description() {
      return new StoneDescription(
          number(Feature.CARAT),
          words[Feature.CUT.ordinal()],
          words[Feature.COLOR.ordinal()],
          words[Feature.CLARITY.ordinal()],
          number(Feature.DEPTH),
          number(Feature.TABLE),
          number(Feature.X),
          number(Feature.Y),
          number(Feature.Z));
    }

    private @Nullable Double number(Feature feature) {
      return given[feature.ordinal()] ? (Double) numbers[feature.ordinal()] : null;
    }

    private void fault(String name, String detail) {
      fault(name, detail, List.of());
    }

    private void fault(String name, String detail, List<String> allowed) {
      faults.add(new Problem.Fault(pointer(name), detail, allowed));
    }

    private List<String> known() {
      return Stream.concat(
              Arrays.stream(Feature.values()).map(Feature::column), others.keySet().stream())
          .toList();
    }
  }

  private static String pointer(String name) {
    String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    return "/" + shown.replace("~", "~0").replace("/", "~1");
  }
}
