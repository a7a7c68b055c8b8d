package io.facet.service;

import io.facet.service.settings.Variables;
import java.net.InetAddress;

/**
 * Where the service listens.
 *
 * @param address of the interface; this machine only by default
 * @param port 0 takes any free one
 */
record ServerSettings(InetAddress address, int port) {

  static ServerSettings read(Variables variables) {
    return new ServerSettings(
        variables.address("FACET_ADDRESS", "127.0.0.1"),
        variables.integer("FACET_PORT", 0, 65_535, 8080));
  }
}
