package io.facet.service.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

  private final KnownKeys known = new KnownKeys();

  @Test
  void what_was_read_before_a_change_does_not_undo_it() {
    known.take(new KeptKeys(1, List.of()));
    KeptKeys before = known.all();
    KeptKeys readMeanwhile = new KeptKeys(2, List.of());
    known.takeIfNewer(new KeptKeys(3, List.of(key("fresh"))));

    known.replace(before, readMeanwhile);

    assertThat(known.find("fresh")).isNotNull();
    assertThat(known.all().revision()).isEqualTo(3);
  }

  @Test
  void a_store_that_was_restored_from_a_backup_is_followed_back() {
    known.take(new KeptKeys(7, List.of(key("later"))));

    known.replace(known.all(), new KeptKeys(2, List.of(key("earlier"))));

    assertThat(known.ids()).containsExactly("earlier");
  }

  private static ApiKey key(String id) {
    return new ApiKey(id, id, "house", Set.of(), Plan.HOUSE, "", Instant.EPOCH, null, null, null);
  }
}
