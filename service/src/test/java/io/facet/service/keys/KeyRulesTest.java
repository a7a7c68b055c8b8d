package io.facet.service.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyRulesTest {

  private static final Instant NOW = KeyStoreContract.MADE.plus(Duration.ofDays(1));
  private static final Instant SOON = NOW.plus(Duration.ofDays(1));

  private static final ApiKey OLD = admin("01", null, null);
  private static final ApiKey EXPIRING = admin("02", SOON, null);

  @Test
  void the_last_admin_key_can_not_be_revoked() {
    refused(ProblemType.LAST_ADMIN_KEY, () -> revoke(OLD, OLD, KeyStoreContract.BEN));
    refused(ProblemType.LAST_ADMIN_KEY, () -> revoke(EXPIRING, EXPIRING));
    refused(
        ProblemType.LAST_ADMIN_KEY, () -> revoke(OLD, OLD, admin("03", null, null).revoked(NOW)));
  }

  @Test
  void nor_the_last_one_that_does_not_expire() {
    refused(ProblemType.LAST_ADMIN_KEY, () -> revoke(OLD, OLD, EXPIRING));
  }

  @Test
  void another_admin_key_is_enough() {
    revoke(OLD, OLD, admin("03", null, null));
    revoke(EXPIRING, OLD, EXPIRING);
    revoke(KeyStoreContract.ADA, KeyStoreContract.ADA);

    assertThat(EXPIRING.isLive(NOW)).isTrue();
    assertThat(EXPIRING.isLive(SOON)).isFalse();
  }

  @Test
  void while_two_keys_are_in_force_neither_can_be_rotated() {
    ApiKey fresh = admin("03", null, EXPIRING.id());

    refused(ProblemType.KEY_BEING_ROTATED, () -> rotate(EXPIRING, EXPIRING, fresh));
    refused(ProblemType.KEY_BEING_ROTATED, () -> rotate(fresh, EXPIRING, fresh));
  }

  @Test
  void once_one_of_the_two_has_ended_the_other_can_be_rotated() {
    ApiKey fresh = admin("03", null, EXPIRING.id());

    KeyRules.mayBeRotated(kept(EXPIRING, fresh), fresh, SOON);
    rotate(fresh, EXPIRING.revoked(NOW), fresh);
    assertThat(kept(EXPIRING, fresh).successor(EXPIRING.id())).contains(fresh);
  }

  @Test
  void what_has_ended_can_not_be_rotated() {
    refused(ProblemType.KEY_NOT_IN_FORCE, () -> rotate(OLD.revoked(NOW), OLD.revoked(NOW)));
    refused(
        ProblemType.KEY_NOT_IN_FORCE, () -> KeyRules.mayBeRotated(kept(EXPIRING), EXPIRING, SOON));
  }

  private static void revoke(ApiKey key, ApiKey... all) {
    KeyRules.mayBeRevoked(kept(all), key, NOW);
  }

  private static void rotate(ApiKey key, ApiKey... all) {
    KeyRules.mayBeRotated(kept(all), key, NOW);
  }

  private static KeptKeys kept(ApiKey... keys) {
    return new KeptKeys(1, List.of(keys));
  }

  private static void refused(ProblemType type, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(type));
  }

  private static ApiKey admin(String id, @Nullable Instant expiresAt, @Nullable String replaces) {
    return new ApiKey(
        id,
        "admin",
        "house",
        Set.of(Scope.ADMIN),
        Plan.HOUSE,
        "00ff",
        KeyStoreContract.MADE,
        expiresAt,
        null,
        replaces);
  }
}
