package io.facet.service.keys;

import static io.facet.service.store.Columns.instant;
import static io.facet.service.store.Columns.instantOrNull;
import static io.facet.service.store.Columns.text;
import static io.facet.service.store.Columns.time;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Keys and their events as rows of their tables. */
final class KeyRows {

  static final String INSERT =
      "insert into api_key (id, name, business, scopes, plan, hash, created_at, expires_at,"
          + " revoked_at, replaces) values (:id, :name, :business, :scopes, :plan, :hash,"
          + " :createdAt, :expiresAt, :revokedAt, :replaces)";

  static final String UPDATE =
      "update api_key set name = :name, business = :business, scopes = :scopes, plan = :plan,"
          + " hash = :hash, created_at = :createdAt, expires_at = :expiresAt,"
          + " revoked_at = :revokedAt, replaces = :replaces where id = :id";

  static final String INSERT_EVENT =
      "insert into key_event (id, happened_at, action, key_id, business, actor_key_id, request_id)"
          + " values (:id, :at, :action, :keyId, :business, :actor, :requestId)";

  private KeyRows() {}

  static GenericExecuteSpec bind(GenericExecuteSpec statement, ApiKey key) {
    return statement
        .bind("id", key.id())
        .bind("name", key.name())
        .bind("business", key.business())
        .bind("scopes", scopes(key))
        .bind("plan", key.plan().label())
        .bind("hash", key.hash())
        .bind("createdAt", time(key.createdAt()))
        .bind("expiresAt", orNull(key.expiresAt()))
        .bind("revokedAt", orNull(key.revokedAt()))
        .bind("replaces", orNull(key.replaces()));
  }

  static GenericExecuteSpec bind(GenericExecuteSpec statement, KeyEvent event) {
    return statement
        .bind("id", event.id())
        .bind("at", time(event.at()))
        .bind("action", event.action().label())
        .bind("keyId", event.keyId())
        .bind("business", event.business())
        .bind("actor", orNull(event.actorKeyId()))
        .bind("requestId", orNull(event.requestId()));
  }

  private static String scopes(ApiKey key) {
    return key.scopes().stream().map(Scope::label).sorted().collect(Collectors.joining(" "));
  }

  static ApiKey key(Readable row) {
    return new ApiKey(
        text(row, "id"),
        text(row, "name"),
        text(row, "business"),
        Arrays.stream(text(row, "scopes").split(" ", -1))
            .filter(scope -> !scope.isEmpty())
            .map(Scope::of)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()),
        Plan.of(text(row, "plan")).orElse(Plan.SANDBOX),
        text(row, "hash"),
        instant(row, "created_at"),
        instantOrNull(row, "expires_at"),
        instantOrNull(row, "revoked_at"),
        row.get("replaces", String.class));
  }

  static KeyEvent event(Readable row) {
    return new KeyEvent(
        text(row, "id"),
        instant(row, "happened_at"),
        KeyEvent.Action.of(text(row, "action")),
        text(row, "key_id"),
        text(row, "business"),
        row.get("actor_key_id", String.class),
        row.get("request_id", String.class));
  }

  private static Object orNull(@Nullable Instant at) {
    return at == null ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE) : time(at);
  }

  private static Object orNull(@Nullable String value) {
    return value == null ? Parameters.in(R2dbcType.VARCHAR) : value;
  }
}
