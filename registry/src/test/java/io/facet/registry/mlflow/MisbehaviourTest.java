package io.facet.registry.mlflow;

import static io.facet.registry.Misbehaving.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.LocalStack;
import io.facet.registry.Misbehaving;
import io.facet.registry.RegistryException;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.models.LoggedModel;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of trouble ends soon, in an exception that says what is wrong and where. */
@Timeout(60)
class MisbehaviourTest {

  private static final Duration SOON = Duration.ofMillis(300);

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
        passing("stops in the middle", Misbehaving.stopsInTheMiddle()),
        passing("hangs up", Misbehaving.hangsUp()),
        passing("broken", answers(500, "application/json", "{\"error_code\": \"INTERNAL\"}")),
        passing("busy", answers(429, "text/plain", "slow down")),
        passing("behind a proxy", answers(503, "text/html", "<html>Bad gateway</html>")),
        lasting("not MLflow", answers(200, "text/html", "<html>Welcome to nginx</html>")),
        lasting("nothing like it", answers(200, "application/json", "[1, 2]")),
        lasting("something else", answers(200, "application/json", "{\"status\": \"ok\"}")),
        lasting("truncated", answers(200, "application/json", "{\"runs\": [")),
        lasting("empty", answers(200, "application/json", "")),
        lasting("forbidden", answers(403, "application/json", "{\"message\": \"no\"}")));
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

  @ParameterizedTest
  @MethodSource("troubles")
  void every_port_ends_in_an_exception_that_names_the_server(Trouble trouble, @TempDir Path local)
      throws IOException {
    try (Misbehaving server = new Misbehaving(trouble.manners);
        Mlflow mlflow = Mlflow.at(server.uri(), SOON, SOON)) {
      Path file = Files.writeString(local.resolve("file"), "x");
      LoggedModel model = new LoggedModel("m-1", "r-1");

      refuses(trouble, () -> mlflow.tracker().start("run", Map.of(), Optional.empty()));
      refuses(trouble, () -> mlflow.tracker().latest(5));
      refuses(trouble, () -> mlflow.registry().register(model, Map.of()));
      refuses(trouble, () -> mlflow.registry().versions());
      refuses(trouble, () -> mlflow.registry().version("1"));
      refuses(trouble, () -> mlflow.registry().champion());
      refuses(trouble, () -> mlflow.registry().promote("1", "Ada", "why"));
      refuses(trouble, () -> mlflow.registry().download("1", local.resolve("down")));
      if (!trouble.name.equals("something else")) { // which may mean that nothing is there
        refuses(trouble, () -> mlflow.artifacts().list("a"));
      }
      // MLflow itself answers an upload with 200 and not a word, so that only a failure tells.
      if (trouble.expected == RegistryUnavailableException.class) {
        refuses(trouble, () -> mlflow.artifacts().put("a", file));
      }
      assertThat(local.resolve("down")).doesNotExist();
    }
  }

  @Test
  void a_server_that_is_not_there_is_named_with_what_to_do() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    try (Mlflow mlflow = Mlflow.at(URI.create("http://127.0.0.1:" + free), SOON, SOON)) {
      assertThatThrownBy(() -> mlflow.registry().champion())
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("127.0.0.1:" + free)
          .hasMessageContaining("./facet up");
    }
  }

  @Test
  void a_run_whose_first_answer_was_lost_is_one_run() throws IOException {
    String name = "once-" + UUID.randomUUID();
    try (Misbehaving proxy = new Misbehaving(Misbehaving.loses("/runs/create", RealMlflow.SERVER));
        Mlflow through = Mlflow.at(proxy.uri());
        Mlflow direct = Mlflow.at(RealMlflow.SERVER)) {
      Run run = through.tracker().start(name, Map.of(), Optional.empty());

      assertThat(direct.tracker().latest(20).stream().filter(seen -> seen.name().equals(name)))
          .extracting(RunRecord::id)
          .containsExactly(run.id());
    }
  }

  @Test
  void a_version_whose_first_answer_was_lost_is_one_version(@TempDir Path local)
      throws IOException {
    RealMlflow.forgetModels();
    Files.writeString(local.resolve("model.facet"), "model");
    try (Misbehaving proxy =
            new Misbehaving(Misbehaving.loses("/model-versions/create", RealMlflow.SERVER));
        Mlflow through = Mlflow.at(proxy.uri());
        Mlflow direct = Mlflow.at(RealMlflow.SERVER)) {
      Run run = direct.tracker().start("version", Map.of(), Optional.empty());
      LoggedModel model = run.model("facet", local, Map.of(), Map.of());

      ModelVersion version = through.registry().register(model, Map.of());

      assertThat(direct.registry().versions())
          .extracting(ModelVersion::version)
          .containsExactly(version.version());
    }
  }

  private static void refuses(Trouble trouble, Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(trouble.expected).hasMessageContaining("MLflow");
  }
}
