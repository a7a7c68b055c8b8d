package io.facet.service.issuing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facet.service.keys.KeyIssuer;
import io.facet.service.keys.Plan;
import io.facet.service.keys.Scope;
import io.facet.service.stones.Members;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a new key is to be like, as the OpenAPI document shows it and as it is read. */
@Schema(name = "KeyOrder", description = "What a new key is to be like.")
record KeyOrder(
    @Schema(
            description = "What it is for",
            example = "web shop",
            maxLength = 100,
            pattern = Members.TEXT)
        String name,
    @Schema(
            description = "Whose it is. Keys of one business see what it has stored",
            example = "Rossi Gioielli",
            maxLength = 64,
            pattern = Members.TEXT)
        String business,
    @ArraySchema(minItems = 1, arraySchema = @Schema(description = "What it opens"))
        List<Scope> scopes,
    @Schema(description = "How much it may ask", defaultValue = "standard") @Nullable Plan plan,
    @JsonProperty("expires_at")
        @Schema(
            description = "From when on it opens nothing; without it, it stays in force",
            example = "2027-11-23T10:15:00Z")
        @Nullable Instant expiresAt) {

  private static final String NAME = "name";
  private static final String BUSINESS = "business";
  private static final String SCOPES = "scopes";
  private static final String PLAN = "plan";
  private static final String EXPIRES_AT = "expires_at";

  /** What {@code body} orders, or the problem that names all that is wrong with it. */
  static KeyIssuer.Order read(byte[] body, JsonMapper json, Instant now) {
    Members members = Members.of(body, json, Set.of(NAME, BUSINESS, SCOPES, PLAN, EXPIRES_AT));
    KeyIssuer.Order order =
        new KeyIssuer.Order(
            members.text(NAME, 100),
            members.text(BUSINESS, 64),
            scopes(members),
            plan(members),
            expiresAt(members, now));
    members.check();
    return order;
  }

  private static Set<Scope> scopes(Members members) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    JsonNode said = members.node(SCOPES);
    if (!said.isArray() || said.isEmpty()) {
      members.fault("/" + SCOPES, "must be a list of scopes", labels(Scope.values()));
    }
    for (int i = 0; said.isArray() && i < said.size(); i++) {
      String label = said.get(i).isString() ? said.get(i).stringValue() : "";
      String pointer = "/" + SCOPES + "/" + i;
      Scope.of(label)
          .ifPresentOrElse(
              scopes::add, () -> members.fault(pointer, "is not a scope", labels(Scope.values())));
    }
    return scopes;
  }

  private static Plan plan(Members members) {
    JsonNode said = members.node(PLAN);
    if (said.isMissingNode()) {
      return Plan.STANDARD;
    }
    return Plan.of(said.isString() ? said.stringValue() : "")
        .orElseGet(
            () -> {
              members.fault("/" + PLAN, "is not a plan", labels(Plan.values()));
              return Plan.STANDARD;
            });
  }

  private static @Nullable Instant expiresAt(Members members, Instant now) {
    JsonNode said = members.node(EXPIRES_AT);
    if (said.isMissingNode()) {
      return null;
    }
    if (!said.isString()) {
      members.fault("/" + EXPIRES_AT, "must be a time in quotes", List.of());
      return null;
    }
    try {
      Instant at = OffsetDateTime.parse(said.stringValue()).toInstant();
      if (at.isAfter(now)) {
        return at.truncatedTo(ChronoUnit.MILLIS);
      }
      members.impossible("/" + EXPIRES_AT, "must lie in the future");
    } catch (DateTimeException e) {
      members.fault("/" + EXPIRES_AT, "must be a time such as \"2027-11-23T10:15:00Z\"", List.of());
    }
    return null;
  }

  private static List<String> labels(Scope[] scopes) {
    return Arrays.stream(scopes).map(Scope::label).toList();
  }

  private static List<String> labels(Plan[] plans) {
    return Arrays.stream(plans).map(Plan::label).toList();
  }
}
