package io.facet.service.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that has signed in, as it is kept.
 *
 * @param tokenHash SHA-256 of what its cookie holds, in hex
 * @param keyId the key that signed in
 * @param lastSeenAt when it last asked for something, late by a minute at most
 * @param endedAt when it signed out; null until then
 */
record Session(
    String tokenHash,
    String keyId,
    Instant openedAt,
    Instant lastSeenAt,
    @Nullable Instant endedAt) {}
