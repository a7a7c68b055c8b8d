package io.facet.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.facet.registry.LocalStack;
import io.facet.registry.mlflow.Mlflow;
import io.facet.registry.runs.RunRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The pictures that the READMEs show, taken of the stack that runs in {@code FACET_HOME}: {@code
 * ./facet screenshots}. A sweep and a run of the pipeline must have been there.
 */
class Screenshots {

  private static final Path IMAGES = LocalStack.checkout().resolve("service/web/images");

  /** That of a new home: the first one after MLflow's own. */
  private static final String EXPERIMENT = "/#/experiments/1";

  private static final Path OF_MLFLOW = LocalStack.checkout().resolve("training/images");
  private static final String STONE = "carat=1.01&cut=Ideal&color=F&clarity=VS1";

  private final Path home = Path.of(System.getenv("FACET_HOME"));

  @Test
  void of_the_pages_that_the_readmes_show() throws IOException {
    take("value.png", "/app/?" + STONE, Visitor.window(1280, ColorScheme.LIGHT));
    take("collection.png", "/app/collection", Visitor.window(1280, ColorScheme.LIGHT));
    take("models.png", "/app/models", Visitor.window(1280, ColorScheme.DARK));
    take("what-if.png", "/app/what-if?" + STONE, Visitor.window(390, ColorScheme.DARK));

    assertThat(IMAGES).isDirectoryContaining("glob:**.png");
  }

  @Test
  void of_what_mlflow_shows() throws IOException {
    String mlflow = part("mlflow");
    List<RunRecord> runs;
    try (Mlflow at = Mlflow.at(URI.create(mlflow))) {
      runs = at.tracker().latest(500);
    }
    RunRecord sweep = newest(runs, "sweep", "./facet train --sweep");
    RunRecord pipeline = newest(runs, "pipeline", "./facet pipeline");
    String compared =
        runs.stream()
            .filter(run -> run.parent().equals(Optional.of(sweep.id())))
            .filter(run -> run.name().startsWith("compare "))
            .map(run -> "\"" + run.id() + "\"")
            .collect(Collectors.joining(",", "[", "]"));

    Files.createDirectories(OF_MLFLOW);
    try (BrowserContext window =
        Chromium.running().newContext(Visitor.window(1280, ColorScheme.LIGHT))) {
      // It would open a chat beside the first page that somebody sees.
      window.addInitScript(
          "localStorage.setItem('mlflow.assistant.fab.autoOpenedOnFirstLoad_v1', 'true')");
      Page run = window.newPage();
      run.navigate(mlflow + EXPERIMENT + "/runs/" + pipeline.id());
      run.getByText("Show more").click();
      picture(run, "pipeline.png");
      Page families = window.newPage();
      families.navigate(
          mlflow
              + "/#/compare-runs?runs="
              + URLEncoder.encode(compared, StandardCharsets.UTF_8)
              + "&experiments=%5B%221%22%5D");
      families.getByText("Parallel Coordinates Plot").waitFor();
      picture(families, "sweep.png");
    }
  }

  private static RunRecord newest(List<RunRecord> runs, String name, String command) {
    return runs.stream()
        .filter(run -> run.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("MLflow has no run " + name + ": " + command));
  }

  private static void picture(Page page, String name) {
    // It asks again and again, so it never falls silent.
    page.waitForTimeout(2_000);
    page.screenshot(new Page.ScreenshotOptions().setPath(OF_MLFLOW.resolve(name)));
  }

  private void take(String name, String path, Browser.NewContextOptions options)
      throws IOException {
    try (BrowserContext window =
        Chromium.running().newContext(options.setBaseURL(service()).setDeviceScaleFactor(1))) {
      Page page = window.newPage();
      page.navigate("/login");
      page.getByLabel("Your staff key").fill(Files.readString(home.resolve("keys/admin")).strip());
      page.getByRole(AriaRole.BUTTON).click();
      page.waitForURL("**/app/");
      page.navigate(path);
      Visitor.settled(page);
      Files.createDirectories(IMAGES);
      page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name)));
    }
  }

  private String service() throws IOException {
    return part("service");
  }

  private String part(String name) throws IOException {
    Properties parts = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("stack.properties"))) {
      parts.load(in);
    }
    return parts.getProperty(name);
  }
}
