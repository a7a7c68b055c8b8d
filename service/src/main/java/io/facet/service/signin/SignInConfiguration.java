package io.facet.service.signin;

import io.facet.service.access.KeyCheck;
import io.facet.service.keys.Keyring;
import io.facet.service.store.Store;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(SignInController.class)
public class SignInConfiguration {

  private final Clock clock = Clock.systemUTC();
  private final KnownSessions known = new KnownSessions();

  @Bean
  SessionStore sessionStore(Store store) {
    return new SqlSessionStore(store);
  }

  @Bean
  Sessions sessions(SessionStore store, Keyring keyring, SessionSettings settings) {
    return new Sessions(store, known, keyring, settings, clock);
  }

  @Bean
  Visitors visitors(Sessions sessions, KeyCheck keys) {
    return new Visitors(sessions, keys);
  }

  @Bean
  SessionWatch sessionWatch(SessionStore store, SessionSettings settings) {
    return new SessionWatch(store, known, settings, clock);
  }
}
