package io.facet.service.keys;

import static io.facet.service.keys.KeyStoreContract.ADA;
import static io.facet.service.keys.KeyStoreContract.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakeOverTest {

  private static final Instant LATER = KeyStoreContract.MADE.plusSeconds(60);

  @Test
  void an_empty_store_gets_all_keys_of_this_home() {
    KeyStore.Change change = takeOver(false, ADA, BEN).into(kept());

    assertThat(change.keys()).containsExactly(ADA, BEN);
    assertThat(change.events())
        .extracting(KeyEvent::action)
        .containsOnly(KeyEvent.Action.TAKEN_OVER);
  }

  @Test
  void keys_that_the_store_knows_stay_as_they_are_there() {
    ApiKey revoked = ADA.revoked(LATER);

    assertThat(takeOver(true, ADA, BEN).into(kept(revoked)).keys()).containsExactly(BEN);
  }

  @Test
  void a_home_that_shares_its_pepper_adds_none_to_a_store_that_has_keys() {
    assertThat(takeOver(false, ADA).into(kept(BEN)).keys()).isEmpty();
    assertThat(takeOver(true, ADA).into(kept(BEN)).keys()).containsExactly(ADA);
  }

  @Test
  void a_store_restored_from_a_backup_learns_again_what_was_revoked() {
    ApiKey revoked = ADA.revoked(LATER);
    KeyStore.Change change = takeOver(false, revoked).into(kept(ADA, BEN));

    assertThat(change.keys()).containsExactly(revoked);
    assertThat(change.events()).extracting(KeyEvent::action).containsOnly(KeyEvent.Action.REVOKED);
  }

  private static TakeOver takeOver(boolean addsAlways, ApiKey... here) {
    return new TakeOver(() -> List.of(here), addsAlways, KeyStoreContract.EVENTS);
  }

  private static KeptKeys kept(ApiKey... keys) {
    return new KeptKeys(1, List.of(keys));
  }
}
