/**
 * Fresh files of appraisals in, a better champion out. Every step leaves a mark in storage that
 * lasts, and does nothing where its mark stands: a run that broke off, wherever, is finished by the
 * next one.
 */
@NullMarked
package io.facet.training.pipeline;

import org.jspecify.annotations.NullMarked;
