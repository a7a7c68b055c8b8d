package io.facet.service.store;

import io.r2dbc.h2.H2Connection;
import io.r2dbc.h2.client.Client;
import io.r2dbc.h2.client.SessionClient;
import io.r2dbc.h2.codecs.Codecs;
import io.r2dbc.h2.codecs.DefaultCodecs;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.lang.reflect.Constructor;
import java.util.Properties;
import org.h2.engine.ConnectionInfo;
import org.h2.value.Value;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Connections of r2dbc-h2 that pass texts as texts. Its own pass each text as a CLOB: written to
 * the file before the statement runs, and compared without the help of an index.
 */
final class H2Connections implements ConnectionFactory {

  private final String url;
  private final Properties login = new Properties();
  private final Constructor<H2Connection> constructor;

  H2Connections(String url, String user) {
    this.url = url;
    login.setProperty("user", user);
    login.setProperty("password", "");
    try {
      constructor = H2Connection.class.getDeclaredConstructor(Client.class, Codecs.class);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("this r2dbc-h2 makes its connections in another way", e);
    }
  }

  @Override
  public Mono<Connection> create() {
    return Mono.fromCallable(
        () -> {
          Client client = new SessionClient(new ConnectionInfo(url, login, null, null), false);
          return constructor.newInstance(client, new Texts(new DefaultCodecs(client)));
        });
  }

  @Override
  public ConnectionFactoryMetadata getMetadata() {
    return () -> "H2";
  }

  private record Texts(Codecs others) implements Codecs {

    @Override
    public Value encode(Object value) {
      return value instanceof String text ? ValueVarchar.get(text) : others.encode(value);
    }

    @Override
    public Value encodeNull(Class<?> type) {
      return others.encodeNull(type);
    }

    @Override
    public <T> @Nullable T decode(@Nullable Value value, int dataType, Class<? extends T> type) {
      return others.decode(value, dataType, type);
    }

    @Override
    public @Nullable Class<?> preferredType(int dataType) {
      return others.preferredType(dataType);
    }
  }
}
