package io.facet.service.requests;

import java.util.Comparator;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.NotAcceptableStatusException;

/** The forms in which one answer can be given. */
public final class Forms {

  private Forms() {}

  /**
   * Which of {@code offered} the caller of {@code request} likes best; the first if all the same.
   */
  public static MediaType best(ServerHttpRequest request, List<MediaType> offered) {
    List<MediaType> accepted = request.getHeaders().getAccept();
    if (accepted.isEmpty()) {
      return offered.getFirst();
    }
    return accepted.stream()
        .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
        .flatMap(liked -> offered.stream().filter(liked::includes))
        .findFirst()
        .orElseThrow(() -> new NotAcceptableStatusException(offered));
  }
}
