package io.facet.service.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of keys does. */
interface KeyStoreContract {

  ApiKey ADA = key("aaaaaaaaaaaaaaaa", "Ada", Set.of(Scope.ESTIMATES, Scope.VALUATIONS));
  ApiKey BEN = key("bbbbbbbbbbbbbbbb", "Ben", Set.of());

  /** An empty store. */
  KeyStore store();

  static ApiKey key(String id, String name, Set<Scope> scopes) {
    return new ApiKey(id, name, "Ada & Ben", scopes, "00ff", Instant.parse("2026-11-23T10:15:00Z"));
  }

  @Test
  default void a_new_store_knows_no_key() {
    assertThat(store().all()).isEmpty();
    assertThat(store().find(ADA.id())).isEmpty();
  }

  @Test
  default void a_kept_key_is_found_by_its_id() {
    KeyStore store = store();
    store.keep(List.of(ADA, BEN));

    assertThat(store.find(ADA.id())).contains(ADA);
    assertThat(store.find(BEN.id())).contains(BEN);
    assertThat(store.find("cccccccccccccccc")).isEmpty();
  }

  @Test
  default void keys_are_listed_in_the_order_in_which_they_were_first_kept() {
    KeyStore store = store();
    store.keep(List.of(BEN));
    store.keep(List.of(ADA));
    store.keep(List.of(BEN));

    assertThat(store.all()).containsExactly(BEN, ADA);
  }

  @Test
  default void a_key_with_a_known_id_replaces_it() {
    KeyStore store = store();
    ApiKey less = key(ADA.id(), "Ada", Set.of(Scope.ESTIMATES));
    store.keep(List.of(ADA, BEN));
    store.keep(List.of(less));

    assertThat(store.find(ADA.id())).contains(less);
    assertThat(store.all()).hasSize(2);
  }
}
