package io.facet.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class BadKeysTest {

  private final BadKeys keys = new BadKeys();

  @Test
  void an_address_is_made_to_wait_after_twenty_bad_keys() throws UnknownHostException {
    bad("192.0.2.1", 19);
    assertThat(keys.secondsToWait(from("192.0.2.1"))).isZero();
    bad("192.0.2.1", 1);

    assertThat(keys.secondsToWait(from("192.0.2.1"))).isBetween(1L, 4L);
    assertThat(keys.secondsToWait(from("192.0.2.2"))).isZero();
  }

  @Test
  void changing_the_last_half_of_an_ipv6_address_does_not_help() throws UnknownHostException {
    for (int i = 0; i < 20; i++) {
      bad("2001:db8::" + i, 1);
    }

    assertThat(keys.secondsToWait(from("2001:db8::ffff"))).isPositive();
    assertThat(keys.secondsToWait(from("2001:db8:1::1"))).isZero();
  }

  @Test
  void the_memory_of_addresses_is_bounded() throws UnknownHostException {
    for (int i = 0; i < 30_000; i++) {
      bad("10.%d.%d.1".formatted(i / 256, i % 256), 1);
    }

    assertThat(keys.addresses()).isLessThanOrEqualTo(10_000);
  }

  private void bad(String address, int times) throws UnknownHostException {
    for (int i = 0; i < times; i++) {
      keys.add(from(address));
    }
  }

  private static InetSocketAddress from(String address) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(address), 50_000);
  }
}
