package io.facet.service.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokenTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void each_token_is_another_and_can_be_read_again() {
    Set<SessionToken> tokens = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      SessionToken token = SessionToken.generate(random);
      assertThat(SessionToken.parse(token.text())).contains(token);
      tokens.add(token);
    }

    assertThat(tokens).hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA;'"})
  void what_has_another_form_is_no_token(String text) {
    assertThat(SessionToken.parse(text)).isEmpty();
  }

  @Test
  void neither_what_is_kept_nor_what_pages_send_tells_the_token() {
    SessionToken token = SessionToken.generate(random);

    assertThat(token.hash()).matches("[0-9a-f]{64}").isNotEqualTo(token.csrfToken());
    assertThat(token.csrfToken()).matches("[0-9a-f]{64}");
    assertThat(token.toString()).doesNotContain(token.text());
  }

  @Test
  void only_the_csrf_token_of_the_session_itself_will_do() {
    SessionToken token = SessionToken.generate(random);

    assertThat(token.isCsrfToken(token.csrfToken())).isTrue();
    assertThat(token.isCsrfToken(SessionToken.generate(random).csrfToken())).isFalse();
    assertThat(token.isCsrfToken(token.hash())).isFalse();
    assertThat(token.isCsrfToken("")).isFalse();
    assertThat(token.isCsrfToken("💎")).isFalse();
  }
}
