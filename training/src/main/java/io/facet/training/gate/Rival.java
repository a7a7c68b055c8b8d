package io.facet.training.gate;

import io.facet.registry.folder.ModelFolder;

/**
 * The champion that a challenger is held against.
 *
 * @param name as reports call it, such as {@code version 7}
 * @param folder the model
 */
public record Rival(String name, ModelFolder folder) {}
