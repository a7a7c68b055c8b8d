package io.facet.service.issuing;

import static io.facet.service.problems.ProblemType.MISSING_SCOPE;
import static io.facet.service.problems.ProblemType.STORE_AWAY;

import io.facet.service.keys.ApiKey;
import io.facet.service.keys.KeyIssuer;
import io.facet.service.lists.PageRequest;
import io.facet.service.lists.Paged;
import io.facet.service.problems.MayFail;
import io.facet.service.store.TimedIds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Keys")
class KeyListController {

  private static final String ID = "[0-9a-f]{16}";

  private final KeyIssuer issuer;

  KeyListController(KeyIssuer issuer) {
    this.issuer = issuer;
  }

  @GetMapping(path = "/v1/keys", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "List keys, newest first",
      description =
          "Those of all businesses, expired and revoked ones too. Secrets are in no list: nobody"
              + " has them. Needs the scope admin.",
      parameters = {
        @Parameter(
            in = ParameterIn.QUERY,
            name = "business",
            description = "Only those of this business",
            schema = @Schema(type = "string", example = "Rossi Gioielli"))
      })
  @Paged(ID)
  @MayFail({MISSING_SCOPE, STORE_AWAY})
  Mono<KeyAnswer.Page> list(@Parameter(hidden = true) ServerHttpRequest request) {
    PageRequest page = PageRequest.of(request.getQueryParams(), cursor -> cursor.matches(ID));
    String business = request.getQueryParams().getFirst("business");
    return Mono.zip(issuer.all(), issuer.lastUses())
        .map(both -> page(wanted(both.getT1(), business), both.getT2(), page));
  }

  private static List<ApiKey> wanted(List<ApiKey> all, @Nullable String business) {
    return all.reversed().stream()
        .filter(key -> business == null || business.equals(key.business()))
        .toList();
  }

  private static KeyAnswer.Page page(
      List<ApiKey> keys, Map<String, Instant> lastUses, PageRequest page) {
    Instant now = Instant.now();
    List<String> ids = keys.stream().map(ApiKey::id).toList();
    int from = page.cursor().map(cursor -> ids.indexOf(cursor) + 1).orElse(0);
    List<ApiKey> rest = keys.subList(from, keys.size());
    List<KeyAnswer> shown =
        rest.stream()
            .limit(page.limit())
            .map(key -> KeyAnswer.of(key, lastUses.get(key.id()), now))
            .toList();
    return new KeyAnswer.Page(shown, rest.size() > page.limit() ? shown.getLast().id() : null);
  }

  @GetMapping(path = "/v1/keys/events", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Who did what to which key, newest first",
      description = "Nothing is ever taken out of this list. Needs the scope admin.")
  @Paged(KeyIssuer.EVENT_PREFIX + TimedIds.DIGITS)
  @MayFail({MISSING_SCOPE, STORE_AWAY})
  Mono<KeyEventAnswer.Page> events(@Parameter(hidden = true) ServerHttpRequest request) {
    PageRequest page = PageRequest.of(request.getQueryParams(), KeyIssuer.EVENT_PREFIX);
    return issuer
        .events(page.cursor(), page.limit() + 1)
        .map(found -> KeyEventAnswer.Page.of(found, page.limit()));
  }
}
