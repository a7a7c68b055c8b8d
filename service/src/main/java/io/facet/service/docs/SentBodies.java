package io.facet.service.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Says of what callers send that it may have the members named and no others, and that {@code null}
 * is as good as leaving one out. Answers may grow, and say nothing of the kind.
 */
final class SentBodies implements OpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    api.getPaths().values().stream()
        .map(PathItem::readOperations)
        .flatMap(List::stream)
        .map(Operation::getRequestBody)
        .filter(Objects::nonNull)
        .flatMap(body -> body.getContent().values().stream())
        .map(MediaType::getSchema)
        .flatMap(schema -> objects(api, schema))
        .distinct()
        .forEach(SentBodies::close);
  }

  /** The objects in {@code schema}: itself, what it lists, what it leaves the choice of. */
  private static Stream<Schema<?>> objects(OpenAPI api, @Nullable Schema<?> schema) {
    if (schema == null) {
      return Stream.of();
    }
    String reference = schema.get$ref();
    if (reference != null) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      return objects(api, api.getComponents().getSchemas().get(name));
    }
    if (schema.getItems() != null) {
      return objects(api, schema.getItems());
    }
    if (schema.getAnyOf() != null) {
      return schema.getAnyOf().stream().flatMap(one -> objects(api, one));
    }
    return schema.getProperties() == null ? Stream.of() : Stream.of(schema);
  }

  private static void close(Schema<?> body) {
    body.setAdditionalProperties(false);
    List<String> required = Objects.requireNonNullElse(body.getRequired(), List.of());
    for (String name : body.getProperties().keySet()) {
      if (!required.contains(name)) {
        allowNull(body.getProperties().get(name));
      }
    }
  }

  private static void allowNull(Schema<?> member) {
    member.addType("null");
    if (member.getEnum() != null) {
      member.addEnumItemObject(null);
    }
  }
}
