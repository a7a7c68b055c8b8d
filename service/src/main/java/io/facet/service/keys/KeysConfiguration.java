package io.facet.service.keys;

import io.facet.service.store.Store;
import io.facet.service.store.TimedIds;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class KeysConfiguration {

  private final TimedIds eventIds = new TimedIds(KeyIssuer.EVENT_PREFIX, Clock.systemUTC());

  @Bean
  KeyStore keyStore(Store store) {
    return new SqlKeyStore(store);
  }

  @Bean
  HomeKeys homeKeys(KeySettings settings) {
    return HomeKeys.of(settings, new SecureRandom());
  }

  @Bean
  Keyring keyring(HomeKeys home) {
    return new Keyring(home.known(), home.hash(), Clock.systemUTC());
  }

  @Bean
  KeyIssuer keyIssuer(KeyStore store, HomeKeys home) {
    return new KeyIssuer(store, home, eventIds, Clock.systemUTC());
  }

  @Bean
  KeyWatch keyWatch(KeyStore store, HomeKeys home) {
    return new KeyWatch(store, home.known(), home.file(), home.takeOver(eventIds));
  }

  // The bean's name is the name in the readiness group and its answer.
  @Bean
  KeyHealth keys(KeyWatch watch) {
    return new KeyHealth(watch);
  }
}
