/** The model folder: one folder is one model, checked before anything in it is believed. */
@NullMarked
package io.facet.registry.folder;

import org.jspecify.annotations.NullMarked;
