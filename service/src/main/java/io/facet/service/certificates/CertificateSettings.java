package io.facet.service.certificates;

import io.facet.service.settings.Variables;
import java.net.URI;
import java.util.Optional;

/**
 * Where people reach the service.
 *
 * @param address such as {@code https://facet.example}; empty where it is whatever they asked
 */
public record CertificateSettings(Optional<URI> address) {

  public static CertificateSettings read(Variables variables) {
    Optional<URI> address = variables.http("FACET_PUBLIC_URL");
    return new CertificateSettings(
        address.filter(CertificateSettings::isBase).isPresent() || address.isEmpty()
            ? address
            : variables.refuse(
                "FACET_PUBLIC_URL is \"%s\": it must be an address without user, ? and #"
                    .formatted(address.get().getHost()),
                Optional::empty));
  }

  private static boolean isBase(URI address) {
    return address.getRawUserInfo() == null
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }
}
