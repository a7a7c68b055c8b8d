package io.facet.service.estimates;

import io.facet.service.access.KeyHolder;
import io.facet.service.shortway.DirectRoute;
import io.facet.service.stones.StoneReader;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What {@link EstimateController} answers where nothing is said of the detail. */
final class DirectEstimate implements DirectRoute {

  private final StoneReader stones = new StoneReader();
  private final Estimator estimator;
  private final ObjectWriter json;

  DirectEstimate(Estimator estimator, JsonMapper json) {
    this.estimator = estimator;
    this.json = json.writerFor(EstimateAnswer.class);
  }

  @Override
  public String path() {
    return EstimateController.PATH;
  }

  @Override
  public Mono<ResponseEntity<byte[]>> answer(ServerWebExchange exchange, KeyHolder caller) {
    return stones
        .read(exchange.getRequest())
        .map(
            written ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsBytes(estimator.price(written.diamond()))));
  }
}
