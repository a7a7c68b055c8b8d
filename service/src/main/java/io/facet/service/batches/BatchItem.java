package io.facet.service.batches;

import io.facet.service.valuations.ValuationRequest;
import io.swagger.v3.oas.annotations.media.Schema;

/** What is sent, as the OpenAPI document shows it; {@code StoneReader} reads the real one. */
@Schema(
    description =
        "A stone. Whatever else stands in its place gets its problem, and the others go on.",
    anyOf = {ValuationRequest.class, BatchItem.Anything.class})
interface BatchItem {

  @Schema(description = "No stone.")
  interface Anything {}
}
