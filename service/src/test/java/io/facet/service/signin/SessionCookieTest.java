package io.facet.service.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class SessionCookieTest {

  private static final SessionToken TOKEN = new SessionToken("A".repeat(43));

  @Test
  void over_https_it_never_goes_over_anything_else_and_no_other_host_can_set_it() {
    assertThat(SessionCookie.holding(TOKEN, get("https://facet.example/").build()).toString())
        .isEqualTo(
            "__Host-facet_session=%s; Path=/; Secure; HttpOnly; SameSite=Strict"
                .formatted(TOKEN.text()));
    assertThat(SessionCookie.gone(get("https://facet.example/").build()).toString())
        .startsWith("__Host-facet_session=; Path=/; Max-Age=0;")
        .endsWith("Secure; HttpOnly; SameSite=Strict");
  }

  @Test
  void it_is_read_as_it_was_written() {
    for (String address : new String[] {"https://facet.example/", "http://127.0.0.1:8080/"}) {
      var written = SessionCookie.holding(TOKEN, get(address).build());
      HttpCookie sent = new HttpCookie(written.getName(), written.getValue());

      assertThat(SessionCookie.read(get(address).cookie(sent).build())).contains(TOKEN);
    }
  }

  @Test
  void over_https_the_cookie_that_anybody_on_the_way_can_set_is_not_looked_at() {
    HttpCookie planted = new HttpCookie(SessionCookie.NAME, TOKEN.text());

    assertThat(SessionCookie.read(get("https://facet.example/").cookie(planted).build())).isEmpty();
  }

  private static MockServerHttpRequest.BaseBuilder<?> get(String address) {
    return MockServerHttpRequest.get(address);
  }
}
