package io.facet.service.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine's own Chromium or Chrome, driven by Playwright; one for all tests of this JVM. */
final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "google-chrome", "google-chrome-stable");
  private static final Path MAC =
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private static final class Started {
    static final Browser BROWSER = start();
  }

  private Chromium() {}

  static Browser running() {
    return Started.BROWSER;
  }

  /** It ends with this JVM, as Playwright's driver does. */
  private static Browser start() {
    Path executable = executable();
    // Playwright would fetch browsers of its own, from elsewhere.
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    return Playwright.create(new Playwright.CreateOptions().setEnv(environment))
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  private static Path executable() {
    return Optional.ofNullable(System.getenv("FACET_BROWSER"))
        .map(Path::of)
        .or(() -> installed().filter(Files::isExecutable).findFirst())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no browser to look at the web app with: install the package chromium, or name"
                        + " a Chromium or Chrome in FACET_BROWSER; ./facet test sees to it"));
  }

  private static Stream<Path> installed() {
    Stream<Path> onPath =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getenv("PATH"))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(onPath, Stream.of(MAC));
  }
}
