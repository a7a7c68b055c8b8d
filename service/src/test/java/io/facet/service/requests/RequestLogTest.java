package io.facet.service.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLogTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/estimates, /v1/estimates",
    "/v1/valuations/batch, /v1/valuations/batch",
    "/v1/valuations/val_0123, /v1/valuations/…",
    "/v1/fct_live_a_0123456789abcdef0123456789abcdef, /v1/…",
    "/v1/0123456789abcdef0123456789abcdef, /v1/…",
    "/%0a2026-11-25 WARN, …",
    "/, …",
    "/a/b/c/d, /a/b/c/…"
  })
  void of_an_address_only_plain_words_are_written(String path, String written) {
    assertThat(RequestLog.plain(path)).isEqualTo(written);
  }
}
