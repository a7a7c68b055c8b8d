package io.facet.service.docs;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
public class DocsConfiguration {

  private static final String KEY = "api_key";
  private static final String BEARER = "bearer";
  private static final String SESSION = "facet_session";

  @Bean
  OpenAPI facetApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Facet")
                .version("1")
                .description(
                    "Values diamonds and says why. Weights in carats, dimensions in millimetres,"
                        + " depth and table in percent, money in US dollars. A stone that can't be"
                        + " a diamond is refused with everything that is wrong with it; anything"
                        + " else odd is valued with a caveat. Begin with the"
                        + " [quick starts](/docs/quick-starts); see also"
                        + " [what can go wrong](/problems) and"
                        + " [what changes](/docs/changes).")
                .license(new License().name("Apache License 2.0").identifier("Apache-2.0")))
        // Relative: whichever address the document comes from.
        .servers(List.of(new Server().url("/").description("This service")))
        .components(
            new Components()
                .addSecuritySchemes(
                    KEY,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key"))
                .addSecuritySchemes(
                    BEARER, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSecuritySchemes(
                    SESSION,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name(SESSION)
                        .description(
                            "What POST /login sets; over https its name is __Host-facet_session."
                                + " It stands for the key that signed in, where no key is sent."
                                + " Requests that are neither GET nor HEAD also send the csrf_token"
                                + " of GET /session in the header X-CSRF-Token.")))
        .addSecurityItem(new SecurityRequirement().addList(KEY))
        .addSecurityItem(new SecurityRequirement().addList(BEARER))
        .addSecurityItem(new SecurityRequirement().addList(SESSION));
  }

  @Bean
  RouterFunction<ServerResponse> developerPages() {
    return DeveloperPages.routes();
  }

  @Bean
  ModelConverter requiredMembers() {
    return new RequiredMembers();
  }

  @Bean
  ParameterForms formsOfIdsAndCursors() {
    return new ParameterForms();
  }

  @Bean
  SentBodies membersOfBodies() {
    return new SentBodies();
  }

  /** The only page at an address of the API. */
  @Bean
  OpenApiCustomizer pageToSignIn() {
    Operation page =
        new Operation()
            .operationId("signInPage")
            .addTagsItem("Session")
            .summary("The page where people sign in")
            .description("For browsers. Programs send their key with each request.")
            .security(List.of())
            .responses(
                new ApiResponses()
                    .addApiResponse("200", page("The page"))
                    .addApiResponse("4XX", page("What was wrong with the request"))
                    .addApiResponse("503", page("This service has no pages")));
    return api -> api.getPaths().computeIfPresent("/login", (path, item) -> item.get(page));
  }

  private static ApiResponse page(String description) {
    return new ApiResponse()
        .description(description)
        .content(
            new Content().addMediaType("text/html", new MediaType().schema(new StringSchema())));
  }

  @Bean
  ProblemResponses problemsOfEveryRoute() {
    return new ProblemResponses();
  }
}
