package io.facet.registry.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.RegistryRefusedException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobAddressTest {

  @Test
  void an_address_says_account_container_and_folder() {
    assertThat(BlobAddress.of("wasbs://stones@francesco.blob.core.windows.net/fresh/2026"))
        .returns("stones", BlobAddress::container)
        .returns("francesco", BlobAddress::account)
        .returns("fresh/2026", BlobAddress::folder)
        .returns("https://francesco.blob.core.windows.net", BlobAddress::endpoint);
  }

  @Test
  void a_data_lake_is_reached_as_blobs() {
    assertThat(BlobAddress.of("abfss://stones@francesco.dfs.core.windows.net/fresh"))
        .returns("https://francesco.blob.core.windows.net", BlobAddress::endpoint)
        .hasToString("abfss://stones@francesco.dfs.core.windows.net/fresh");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wasbs://stones@francesco.blob.core.windows.net",
        "wasbs://stones@francesco.blob.core.windows.net/",
        "wasbs://stones@francesco.blob.core.windows.net//"
      })
  void a_container_by_itself_is_an_address(String text) {
    assertThat(BlobAddress.of(text)).returns("", BlobAddress::folder);
  }

  @Test
  void the_emulator_may_be_written_without_encryption() {
    assertThat(
            BlobAddress.of("wasb://stones@devstoreaccount1.blob.core.windows.net/a").isEmulator())
        .isTrue();
    assertThat(BlobAddress.of("abfs://stones@devstoreaccount1.dfs.core.windows.net/a").isEmulator())
        .isTrue();
  }

  @Test
  void anybody_else_must_be_encrypted() {
    assertThatThrownBy(() -> BlobAddress.of("wasb://stones@francesco.blob.core.windows.net/a"))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("wasbs://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wasbs:",
        "wasbs://stones",
        "wasbs://stones@francesco",
        "wasbs://francesco.blob.core.windows.net/stones",
        "wasbs://stones@francesco.dfs.core.windows.net/a",
        "abfss://stones@francesco.blob.core.windows.net/a",
        "wasbs://stones@francesco.blob.core.windows.net.evil.example/a",
        "wasbs://stones@evil.example/.blob.core.windows.net/a",
        "wasbs://stones@francesco.blob.evil.example/a",
        "wasbs://Stones@francesco.blob.core.windows.net/a",
        "wasbs://stones@francesco.blob.core.windows.net/a/../../b",
        "wasbs://stones@francesco.blob.core.windows.net/a//b",
        "WASBS://stones@francesco.blob.core.windows.net/a"
      })
  void what_is_no_address_is_refused(String text) {
    assertThat(BlobAddress.looksLikeOne(text)).isTrue();
    assertThatThrownBy(() -> BlobAddress.of(text)).isInstanceOf(RegistryRefusedException.class);
  }

  @Property
  void an_address_that_is_written_and_read_is_the_same(@ForAll("addresses") BlobAddress address) {
    assertThat(BlobAddress.of(address.toString())).isEqualTo(address);
  }

  @Provide
  Arbitrary<BlobAddress> addresses() {
    StringArbitrary name = Arbitraries.strings().withCharRange('a', 'z').numeric();
    Arbitrary<String> folder =
        Arbitraries.strings()
            .alpha()
            .numeric()
            .withChars(" %?#&+=@:ü.-")
            .ofMinLength(1)
            .filter(part -> !part.equals(".") && !part.equals(".."))
            .list()
            .ofMaxSize(3)
            .map(parts -> String.join("/", parts));
    return Combinators.combine(
            Arbitraries.of("wasbs", "abfss"),
            name.ofMinLength(3).ofMaxLength(63),
            name.ofMinLength(3).ofMaxLength(24),
            folder)
        .as(BlobAddress::new);
  }
}
