package io.facet.service.valuations;

import io.facet.service.idempotency.Keeper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A valuation as it is kept.
 *
 * @param id begins with the time, so that ids sort by age
 * @param business whose it is
 * @param keyId the key it was asked with
 * @param request JSON: the stone and the caller's name of it, as they were understood
 * @param answer JSON, word for word
 */
record StoredValuation(
    String id,
    String business,
    String keyId,
    Instant createdAt,
    @Nullable String clientReference,
    @Nullable String idempotencyKey,
    String modelVersion,
    String request,
    String answer)
    implements Keeper.Kept {}
