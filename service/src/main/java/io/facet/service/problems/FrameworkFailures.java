package io.facet.service.problems;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Says what the framework throws in our words. Anything unknown is our own fault: 500. */
public final class FrameworkFailures {

  private FrameworkFailures() {}

  /** {@code failure} as a problem. */
  public static ProblemException problem(Throwable failure) {
    return switch (failure) {
      case ProblemException problem -> problem;
      case MethodNotAllowedException e ->
          new ProblemException(
              ProblemType.METHOD_NOT_ALLOWED,
              "Here only %s works."
                  .formatted(
                      e.getSupportedMethods().stream()
                          .map(Object::toString)
                          .sorted()
                          .collect(Collectors.joining(", "))),
              e.getHeaders());
      case NotAcceptableStatusException e ->
          new ProblemException(
              ProblemType.NOT_ACCEPTABLE,
              "This can be answered as %s.".formatted(list(e.getSupportedMediaTypes())));
      case UnsupportedMediaTypeStatusException e ->
          new ProblemException(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "Send it as %s, and say so in the header Content-Type."
                  .formatted(list(e.getSupportedMediaTypes())),
              accept(e));
      case ResponseStatusException e -> byStatus(e);
      default -> new ProblemException(ProblemType.INTERNAL_ERROR, "The cause is in our log.");
    };
  }

  private static ProblemException byStatus(ResponseStatusException e) {
    int status = e.getStatusCode().value();
    return switch (status) {
      case 404 -> new ProblemException(ProblemType.NOT_FOUND, "/docs lists what there is.");
      default ->
          status < 500
              ? new ProblemException(ProblemType.INVALID_REQUEST, e.getReason())
              : new ProblemException(ProblemType.INTERNAL_ERROR, "The cause is in our log.");
    };
  }

  private static HttpHeaders accept(UnsupportedMediaTypeStatusException e) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(e.getSupportedMediaTypes());
    return headers;
  }

  private static String list(List<MediaType> types) {
    return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
  }
}
