package io.facet.service.docs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Marks as required what a record always has: members neither nullable nor left out when empty. */
final class RequiredMembers implements ModelConverter {

  @Override
  @SuppressWarnings("rawtypes") // The interface is declared so.
  public @Nullable Schema resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    JavaType java = Json.mapper().constructType(type.getType());
    if (schema != null && java != null && java.getRawClass().isRecord()) {
      Schema<?> model = defined(schema, context);
      if (model != null && model.getProperties() != null) {
        List<String> required =
            members(java.getRawClass()).filter(model.getProperties()::containsKey).toList();
        model.setRequired(required);
      }
    }
    return schema;
  }

  private static @Nullable Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    return reference == null
        ? schema
        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static Stream<String> members(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !isOptional(component))
        .flatMap(RequiredMembers::names);
  }

  private static Stream<String> names(RecordComponent component) {
    if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
      return members(component.getType());
    }
    JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
    return Stream.of(name == null ? component.getName() : name.value());
  }

  private static boolean isOptional(RecordComponent component) {
    JsonInclude include = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
    boolean leftOutWhenEmpty =
        include != null
            && include.value() == JsonInclude.Include.NON_EMPTY
            && Collection.class.isAssignableFrom(component.getType());
    return leftOutWhenEmpty || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
