package io.facet.service.access;

import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.header.ContentSecurityPolicyServerHttpHeadersWriter;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;

/** What everything outside the API tells browsers, but for what says otherwise itself. */
final class PageHeaders {

  // No script, style or font but files of our own, none inline; nobody frames us, nothing leaves.
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final ServerHttpHeadersWriter STRICT = writer(CONTENT);

  // Swagger's page writes style elements of its own.
  private static final ServerHttpHeadersWriter OF_THE_API_PAGE =
      writer(CONTENT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));

  private PageHeaders() {}

  static void strict(HeaderSpec headers) {
    headers
        .writer(
            exchange ->
                (isApiPage(exchange.getRequest().getPath().value()) ? OF_THE_API_PAGE : STRICT)
                    .writeHttpHeaders(exchange))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }

  private static boolean isApiPage(String path) {
    return path.startsWith("/swagger-ui/") || path.startsWith("/webjars/");
  }

  private static ServerHttpHeadersWriter writer(String content) {
    var writer = new ContentSecurityPolicyServerHttpHeadersWriter();
    writer.setPolicyDirectives(content);
    return writer;
  }
}
