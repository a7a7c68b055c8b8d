package io.facet.service.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

class PageRequestTest {

  private static PageRequest read(String query) {
    return PageRequest.of(
        UriComponentsBuilder.fromUriString("/?" + query).build().getQueryParams(), "val_");
  }

  @Test
  void without_a_word_it_is_the_first_twenty() {
    assertThat(read("")).isEqualTo(new PageRequest(Optional.empty(), 20));
  }

  @Test
  void cursor_and_limit_are_taken_as_said() {
    String id = "val_00112233445566778899aabbccddeeff";

    assertThat(read("cursor=" + id + "&limit=100"))
        .isEqualTo(new PageRequest(Optional.of(id), 100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=-1", "limit=x", "limit=", "limit=1e2"})
  void a_limit_that_is_none_is_refused(String query) {
    assertThatThrownBy(() -> read(query)).hasMessageContaining("limit must be a whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cursor=", "cursor=7", "cursor=apr_00112233445566778899aabbccddeeff"})
  void a_cursor_that_is_none_is_refused(String query) {
    assertThatThrownBy(() -> read(query)).hasMessageContaining("cursor must be the next_cursor");
  }
}
