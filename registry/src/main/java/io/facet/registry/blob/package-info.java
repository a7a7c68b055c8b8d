/** Artifacts and leases in Azure Blob Storage. */
@NullMarked
package io.facet.registry.blob;

import org.jspecify.annotations.NullMarked;
