package io.facet.service.keys;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class KeysConfiguration {

  @Bean
  Keyring keyring(KeySettings settings) {
    SecureRandom random = new SecureRandom();
    KeyHash hash = new KeyHash(Pepper.of(settings, random));
    KeyStore store = FileKeyStore.open(settings.kept());
    FirstKeys.ensure(store, hash, settings.plain(), random);
    return new Keyring(store, hash);
  }
}
