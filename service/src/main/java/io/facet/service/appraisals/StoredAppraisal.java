package io.facet.service.appraisals;

import io.facet.service.idempotency.Keeper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appraisal as it is kept.
 *
 * @param id begins with the time, so that ids sort by age
 * @param business whose it is
 * @param keyId the key it was sent with
 * @param request JSON: the stone, its price, and the caller's name of it, as they were understood
 * @param usedBy the version of the model that has learned from it
 */
record StoredAppraisal(
    String id,
    String business,
    String keyId,
    Instant createdAt,
    @Nullable String idempotencyKey,
    String request,
    @Nullable String usedBy)
    implements Keeper.Kept {}
