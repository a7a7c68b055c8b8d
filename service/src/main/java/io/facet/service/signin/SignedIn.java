package io.facet.service.signin;

import io.facet.service.keys.ApiKey;
import java.time.Instant;

/**
 * Somebody who has signed in.
 *
 * @param key what may be done in this session
 * @param expiresAt when it ends unless something is asked before
 */
record SignedIn(SessionToken token, ApiKey key, Instant expiresAt) {}
