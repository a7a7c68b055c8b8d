package io.facet.service.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {

  @TempDir Path home;

  @Test
  void the_first_start_makes_three_keys_with_the_scopes_of_their_holders() {
    Keyring keyring = start();

    assertThat(keyring.holder(plain("admin")).orElseThrow().scopes()).contains(Scope.values());
    assertThat(keyring.holder(plain("staff")).orElseThrow().scopes())
        .contains(Scope.COLLECTION, Scope.APPRAISALS)
        .doesNotContain(Scope.ADMIN);
    assertThat(keyring.holder(plain("demo")).orElseThrow().scopes())
        .containsExactlyInAnyOrder(Scope.ESTIMATES, Scope.VALUATIONS);
  }

  @Test
  void keys_have_the_form_of_the_contract_and_only_their_owner_may_read_them() throws IOException {
    start();

    assertThat(plain("demo")).matches("fct_live_[0-9a-f]{16}_[0-9a-f]{64}");
    for (String file : new String[] {"keys/demo", "service/pepper", "service/keys.json"}) {
      assertThat(Files.getPosixFilePermissions(home.resolve(file)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void keys_stay_valid_over_restarts() {
    start();
    String key = plain("demo");

    assertThat(start().holder(key)).map(ApiKey::name).contains("demo");
    assertThat(plain("demo")).isEqualTo(key);
  }

  @Test
  void the_first_keys_outlive_the_loss_of_everything_but_their_own_files() throws IOException {
    start();
    String key = plain("demo");
    Files.delete(home.resolve("service/keys.json"));
    Files.delete(home.resolve("service/pepper"));

    assertThat(start().holder(key)).map(ApiKey::name).contains("demo");
  }

  @Test
  void a_key_opens_until_it_expires_or_is_revoked() {
    Keyring keyring = start();
    KnownKeys known = new KnownKeys();
    ApiKey key = keyring.holder(plain("demo")).orElseThrow();
    Instant now = Instant.now();
    Keyring later =
        new Keyring(
            known, HomeKeys.of(settings(Optional.empty()), new SecureRandom()).hash(), () -> now);

    known.take(new KeptKeys(1, List.of(key.expiring(now.plusMillis(1)))));
    assertThat(later.holder(plain("demo"))).isPresent();
    assertThat(later.isAtWork(plain("demo"))).isTrue();
    String guess = plain("demo").replaceFirst("[0-9a-f]{8}$", "00000000");
    assertThat(later.isAtWork(guess)).isFalse();
    known.take(new KeptKeys(2, List.of(key.expiring(now))));
    assertThat(later.holder(plain("demo"))).isEmpty();
    known.take(new KeptKeys(3, List.of(key.revoked(now))));
    assertThat(later.holder(plain("demo"))).isEmpty();
    assertThat(keyring.isAtWork(plain("staff"))).isFalse();
  }

  @Test
  void what_is_older_than_what_is_known_changes_nothing() {
    KnownKeys known = new KnownKeys();
    known.take(new KeptKeys(2, List.of(KeyStoreContract.ADA)));
    known.takeIfNewer(new KeptKeys(1, List.of(KeyStoreContract.BEN)));

    assertThat(known.all().keys()).containsExactly(KeyStoreContract.ADA);
  }

  @Test
  void no_secret_is_stored_in_the_services_state() throws IOException {
    start();
    String secret = plain("demo").substring(plain("demo").lastIndexOf('_') + 1);

    try (Stream<Path> files = Files.list(home.resolve("service"))) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContain(secret);
      }
    }
  }

  @Test
  void a_key_with_another_secret_is_nobodys() {
    Keyring keyring = start();
    String key = plain("demo");
    String forged = key.substring(0, key.length() - 64) + "0".repeat(64);

    assertThat(keyring.holder(forged)).isEmpty();
  }

  @Test
  void a_key_with_an_unknown_id_is_nobodys() {
    String unknown = PlainKey.generate(new SecureRandom()).reveal();

    assertThat(start().holder(unknown)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fct_live_", "fct_live_0_0", "🔑", "Basic YTpi"})
  void what_is_no_key_is_nobodys(String text) {
    assertThat(start().holder(text)).isEmpty();
  }

  @Test
  void with_another_pepper_no_key_is_valid() {
    start(Optional.of("the first pepper of all"));

    assertThat(start(Optional.of("quite another pepper")).holder(plain("demo"))).isEmpty();
  }

  @Test
  void a_lost_pepper_is_said_instead_of_locking_everybody_out() throws IOException {
    start();
    Files.delete(home.resolve("service/pepper"));

    assertThatThrownBy(this::start)
        .isInstanceOf(UnusableKeysException.class)
        .hasMessageContaining("service/pepper is missing");
  }

  @Test
  void what_is_printed_tells_no_secret() {
    PlainKey plain = PlainKey.generate(new SecureRandom());
    KeyHash hash = new KeyHash("a pepper for the test".getBytes(StandardCharsets.UTF_8));

    assertThat(plain.toString()).contains(plain.id()).doesNotContain(plain.secret());
    assertThat(KeyStoreContract.ADA.toString()).doesNotContain(KeyStoreContract.ADA.hash());
    assertThat(settings(Optional.of("salt and pepper!")).toString()).doesNotContain("pepper!");
    assertThat(hash.of(plain.secret())).hasSize(64).isNotEqualTo(plain.secret());
  }

  private Keyring start() {
    return start(Optional.empty());
  }

  private Keyring start(Optional<String> pepper) {
    return new KeysConfiguration().keyring(HomeKeys.of(settings(pepper), new SecureRandom()));
  }

  private KeySettings settings(Optional<String> pepper) {
    return new KeySettings(
        home.resolve("service/keys.json"),
        home.resolve("keys"),
        home.resolve("service/pepper"),
        pepper);
  }

  private String plain(String name) {
    try {
      return Files.readString(home.resolve("keys").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
