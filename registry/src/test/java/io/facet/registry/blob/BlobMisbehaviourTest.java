package io.facet.registry.blob;

import static io.facet.registry.Misbehaving.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.Azurite;
import io.facet.registry.LocalStack;
import io.facet.registry.Misbehaving;
import io.facet.registry.RegistryException;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.artifacts.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of trouble ends soon, in an exception that says what is wrong and where. */
@Timeout(60)
class BlobMisbehaviourTest {

  private static final String XML = "application/xml";
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Patience LITTLE = new Patience(SOON, SOON, Duration.ofMillis(10));

  private final String prefix = UUID.randomUUID().toString();

  @TempDir private Path local;

  private Path file = Path.of("");

  record Trouble(
      String name, Misbehaving.Manners manners, Class<? extends RegistryException> expected) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Trouble> troubles() {
    return List.of(
        passing("silent", Misbehaving.saysNothing()),
        passing("stops in the middle", blob(Misbehaving.stopsInTheMiddle())),
        passing("hangs up", Misbehaving.hangsUp()),
        passing("broken", blob(answers(500, XML, "<Error><Code>InternalError</Code></Error>"))),
        passing("busy", blob(answers(503, XML, "<Error><Code>ServerBusy</Code></Error>"))),
        passing("behind a gateway that is busy", answers(429, "text/plain", "slow down")),
        passing("behind a proxy", answers(503, "text/html", "<html>Bad gateway</html>")),
        lasting("a web site", answers(200, "text/html", "<html>Welcome to nginx</html>")),
        lasting("another API", answers(200, "application/json", "{\"status\": \"ok\"}")),
        lasting("empty", answers(200, XML, "")),
        lasting("no such page", answers(404, "text/html", "<html>Not found</html>")),
        lasting(
            "forbidden",
            blob(answers(403, XML, "<Error><Code>AuthorizationFailure</Code></Error>"))));
  }

  private static Misbehaving.Manners blob(Misbehaving.Manners manners) {
    return Misbehaving.withHeader("x-ms-request-id", "1", manners);
  }

  private static Trouble passing(String name, Misbehaving.Manners manners) {
    return new Trouble(name, manners, RegistryUnavailableException.class);
  }

  private static Trouble lasting(String name, Misbehaving.Manners manners) {
    return new Trouble(name, manners, RegistryRefusedException.class);
  }

  /** Here, for the first start of all installs MLflow, which may take longer than any test. */
  @BeforeAll
  static void the_stack_runs() {
    LocalStack.running();
  }

  @BeforeEach
  void a_file() throws IOException {
    file = Files.writeString(local.resolve("file"), "stones");
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void everything_ends_in_an_exception_that_names_the_place(Trouble trouble) throws IOException {
    try (Misbehaving server = new Misbehaving(trouble.manners)) {
      URI blob = server.uri().resolve("/" + Azurite.ACCOUNT);
      BlobAccounts accounts = BlobAccounts.of(Azurite.environment(blob, Azurite.KEY), LITTLE);
      ObjectStore store = store(accounts);

      refuses(trouble, () -> store.put("a", file));
      refuses(trouble, () -> store.putIfAbsent("a", file));
      refuses(trouble, () -> store.open("a").readAllBytes());
      refuses(trouble, () -> store.list("a"));
      refuses(trouble, () -> store.filesIn("a"));
      if (!trouble.name.equals("stops in the middle")) { // where the headers, which tell, are whole
        refuses(trouble, () -> store.find("a"));
      }
      refuses(trouble, () -> store.delete("a"));
      refuses(trouble, () -> store.deleteIfUnchanged(new StoredFile("a", 1, Instant.now(), "x")));
      refuses(trouble, () -> store.fetchFolder("a", local.resolve("down")));
      refuses(trouble, () -> accounts.leases(address()).acquire("pipeline"));
      assertThat(local.resolve("down")).doesNotExist();
    }
  }

  @Test
  void a_server_that_is_not_there_is_named_with_what_to_do() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    URI blob = URI.create("http://127.0.0.1:%d/%s".formatted(free, Azurite.ACCOUNT));
    ObjectStore store = store(BlobAccounts.of(Azurite.environment(blob, Azurite.KEY), LITTLE));

    assertThatThrownBy(() -> store.put("a", file))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("127.0.0.1:" + free)
        .hasMessageContaining("./facet up");
  }

  @Test
  void a_wrong_key_is_refused_and_not_told() {
    String wrong =
        Base64.getEncoder()
            .encodeToString("not the key of this account".getBytes(StandardCharsets.UTF_8));
    ObjectStore store =
        store(BlobAccounts.of(Azurite.environment(LocalStack.running().blob(), wrong)));

    for (ThrowingCall call : List.<ThrowingCall>of(() -> store.list("a"), () -> store.find("a"))) {
      assertThatThrownBy(call::call)
          .isInstanceOf(RegistryRefusedException.class)
          .hasMessageContaining("does not let us in")
          .hasMessageContaining("AZURE_STORAGE_CONNECTION_STRING")
          .hasMessageNotContaining(wrong);
    }
  }

  @Test
  void what_is_no_connection_string_is_refused_and_not_told() {
    BlobAccounts accounts = BlobAccounts.of(Map.of(BlobAccounts.CONNECTION, "secret words"));

    assertThatThrownBy(() -> accounts.files(address()))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("AZURE_STORAGE_CONNECTION_STRING")
        .hasMessageNotContaining("secret words");
  }

  @Test
  void a_container_that_is_not_there_is_named() {
    BlobAddress address = BlobAddress.of(Azurite.address("nowhere", "a"));
    BlobAccounts accounts = BlobAccounts.of(Azurite.environment());
    ObjectStore store = accounts.files(address);

    for (ThrowingCall call :
        List.<ThrowingCall>of(
            () -> store.list("a"),
            () -> store.filesIn(""),
            () -> store.put("a", file),
            () -> store.putIfAbsent("a", file),
            () -> store.open("a"),
            () -> store.exists("a"),
            () -> store.delete("a"),
            () -> accounts.leases(address).acquire("pipeline"))) {
      assertThatThrownBy(call::call)
          .isInstanceOf(RegistryRefusedException.class)
          .hasMessageContaining("no container nowhere");
    }
  }

  @Test
  void a_file_that_was_put_though_the_answer_was_lost_counts_as_put() throws IOException {
    URI real = LocalStack.running().blob();
    Azurite.container("contract");
    try (Misbehaving proxy = new Misbehaving(Misbehaving.loses("/batch", real))) {
      ObjectStore through =
          store(
              BlobAccounts.of(
                  Azurite.environment(proxy.uri().resolve(real.getPath()), Azurite.KEY)));

      assertThat(through.putIfAbsent("batch", file)).isTrue();
      assertThat(through.putIfAbsent("batch", file)).isFalse();
      assertThat(proxy.requests()).isGreaterThan(2);
    }
  }

  @Test
  void a_lease_whose_first_answer_was_lost_is_ours() throws IOException {
    URI real = LocalStack.running().blob();
    Azurite.container("contract");
    try (Misbehaving proxy = new Misbehaving(Misbehaving.loses("/pipeline", real))) {
      BlobAccounts through =
          BlobAccounts.of(Azurite.environment(proxy.uri().resolve(real.getPath()), Azurite.KEY));

      try (var lease = through.leases(address()).acquire("pipeline").orElseThrow()) {
        assertThat(lease.isHeld()).isTrue();
      }
    }
  }

  @Test
  void a_busy_moment_is_waited_out() throws IOException {
    URI real = LocalStack.running().blob();
    Azurite.container("contract");
    ObjectStore direct = store(BlobAccounts.of(Azurite.environment()));
    for (Reading reading :
        List.<Reading>of(
            store -> store.open("a"),
            store -> bytes(store.list("a").toString()),
            store -> bytes(store.filesIn("").toString()),
            store -> bytes(store.find("a").toString()),
            store -> {
              store.put("a", file);
              return store.open("a");
            })) {
      direct.put("a", file);
      InputStream expected = reading.of(direct);
      try (Misbehaving proxy = new Misbehaving(Misbehaving.isBusyAtFirst(real))) {
        URI through = proxy.uri().resolve(real.getPath());
        ObjectStore busy = store(BlobAccounts.of(Azurite.environment(through, Azurite.KEY)));

        assertThat(reading.of(busy)).hasSameContentAs(expected);
        assertThat(proxy.requests()).isGreaterThanOrEqualTo(2);
      }
    }
  }

  /** Something that is read from a store. */
  private interface Reading {
    InputStream of(ObjectStore store);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private ObjectStore store(BlobAccounts accounts) {
    return accounts.files(address());
  }

  private BlobAddress address() {
    return BlobAddress.of(Azurite.address("contract", prefix));
  }

  /** A call that may throw anything. */
  private interface ThrowingCall {
    void call() throws Exception;
  }

  private static void refuses(Trouble trouble, ThrowingCall call) {
    assertThatThrownBy(call::call)
        .isInstanceOf(trouble.expected)
        .hasMessageContaining("Blob storage at http://127.0.0.1:");
  }
}
