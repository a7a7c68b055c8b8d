package io.facet.service.batches;

import io.facet.service.valuations.ValuationAnswer;
import io.swagger.v3.oas.annotations.media.Schema;

/** A result as the OpenAPI document shows it; {@code JsonResults} writes the real one. */
@Schema(
    description =
        "A price with detail=price, a valuation with detail=full, or a problem and whose it is.",
    anyOf = {JsonResults.Priced.class, ValuationAnswer.class, JsonResults.Refused.class})
interface BatchResult {}
