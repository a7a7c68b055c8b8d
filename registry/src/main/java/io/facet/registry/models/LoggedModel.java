package io.facet.registry.models;

/**
 * A model that a run has logged and that may be registered.
 *
 * @param id the tracker's id of the model
 * @param runId the run that made it
 */
public record LoggedModel(String id, String runId) {}
