package io.facet.service.requests;

import io.facet.service.settings.Variables;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The proxies that are believed when they say who asks.
 *
 * @param networks theirs; none by default
 */
public record ProxySettings(List<IpSubnetFilterRule> networks) {

  public ProxySettings {
    networks = List.copyOf(networks);
  }

  public static ProxySettings read(Variables variables) {
    List<IpSubnetFilterRule> networks = new ArrayList<>();
    variables.text("FACET_TRUSTED_PROXIES").stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .forEach(
            network -> {
              try {
                networks.add(new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT));
              } catch (RuntimeException e) {
                variables.refuse(
                    "FACET_TRUSTED_PROXIES has \"%s\": it must be networks such as 10.0.0.0/8, separated by commas"
                        .formatted(network),
                    () -> networks);
              }
            });
    return new ProxySettings(networks);
  }

  boolean trust(InetAddress address) {
    InetSocketAddress caller = new InetSocketAddress(address, 0);
    return networks.stream().anyMatch(network -> network.matches(caller));
  }
}
