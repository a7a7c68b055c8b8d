package io.facet.service.docs;

import io.facet.service.lists.Paged;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says of ids and cursors which form they have, so that nobody sends what is never read. */
final class ParameterForms implements GlobalOperationCustomizer {

  /** What the door lets pass in an address. */
  private static final String WORD = "[A-Za-z0-9_-]+";

  @Override
  public Operation customize(Operation operation, HandlerMethod route) {
    List<Parameter> parameters =
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
    Paged paged = route.getMethodAnnotation(Paged.class);
    for (Parameter parameter : parameters) {
      Schema<?> schema = parameter.getSchema();
      if (parameter.getIn().equals("path") && !"integer".equals(schema.getType())) {
        schema.setPattern(whole(WORD));
      }
      if (paged != null && parameter.getName().equals("cursor")) {
        schema.setPattern(whole(paged.value()));
      }
    }
    return operation;
  }

  private static String whole(String form) {
    return "^" + form + "$";
  }
}
