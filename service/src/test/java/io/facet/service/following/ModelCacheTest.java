package io.facet.service.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.registry.models.ModelVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTest {

  @TempDir Path folder;

  private ModelCache cache() {
    return new ModelCache(folder.resolve("models"));
  }

  @Test
  void an_empty_cache_has_no_good_copy() {
    assertThat(cache().lastGood()).isEmpty();
  }

  @Test
  void the_copy_kept_last_is_the_good_one_for_the_next_start() {
    ModelCache.Copy seven = put("7", "aa");
    ModelCache.Copy eight = put("8", "bb");
    cache().keep(eight);
    cache().keep(seven);

    assertThat(cache().lastGood()).contains(seven);
  }

  @Test
  void a_copy_that_somebody_removed_is_not_offered() {
    ModelCache.Copy seven = put("7", "aa");
    cache().keep(seven);
    cache().drop(seven);

    assertThat(seven.path()).doesNotExist();
    assertThat(cache().lastGood()).isEmpty();
  }

  @Test
  void names_from_the_registry_never_lead_out_of_the_cache() {
    ModelCache.Copy copy = cache().of(version("../7", "/etc/../run"));

    assertThat(copy.path()).isEqualTo(folder.resolve("models/7-etcrun"));
  }

  @Test
  void a_pointer_that_leads_nowhere_is_no_copy() throws IOException {
    Files.createDirectories(folder.resolve("models"));
    Files.writeString(folder.resolve("models/current"), "9-gone\n");

    assertThat(cache().lastGood()).isEmpty();
  }

  private ModelCache.Copy put(String version, String run) {
    ModelCache.Copy copy = cache().of(version(version, run));
    TestModel.write(copy.path(), 6000);
    return copy;
  }

  private static ModelVersion version(String version, String run) {
    return new ModelVersion(version, run, Instant.EPOCH, Set.of(), "None", Map.of(), Map.of());
  }
}
