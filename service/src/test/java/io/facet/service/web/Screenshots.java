package io.facet.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.facet.registry.LocalStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * The pictures that the READMEs show, taken of the stack that runs in {@code FACET_HOME}: {@code
 * ./facet screenshots}.
 */
class Screenshots {

  private static final Path IMAGES = LocalStack.checkout().resolve("service/web/images");
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
    Properties parts = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("stack.properties"))) {
      parts.load(in);
    }
    return parts.getProperty("service");
  }
}
