package io.facet.service.keys;

/**
 * Who changes keys.
 *
 * @param keyId the key of whoever does
 * @param requestId of the request that asks for it
 */
public record Actor(String keyId, String requestId) {}
