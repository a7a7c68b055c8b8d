package io.facet.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.facet.service.RunningService;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at the web app, in a window of their own. Closing it fails where the page broke, was
 * kept from something by its own policy, or asked another host.
 */
final class Visitor implements AutoCloseable {

  private final BrowserContext window;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visitor(RunningService service, Browser.NewContextOptions options) {
    this.window =
        Chromium.running()
            .newContext(
                options
                    .setBaseURL(service.address())
                    .setPermissions(List.of("clipboard-read", "clipboard-write")));
    this.page = window.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          // A refusal is shown on the page; that it was one is no fault.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            complaints.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(service.address())
              && !request.url().matches("(blob|data|about):.*")) {
            complaints.add("asked " + request.url());
          }
        });
  }

  /** Somebody who hasn't signed in. */
  static Visitor stranger(RunningService service) {
    return stranger(service, window(1440, ColorScheme.LIGHT));
  }

  /** The same in a window such as {@code options} say. */
  static Visitor stranger(RunningService service, Browser.NewContextOptions options) {
    return new Visitor(service, options);
  }

  /** Somebody who has signed in with the key named {@code key}. */
  static Visitor signedIn(RunningService service, String key) {
    return signedIn(service, key, window(1440, ColorScheme.LIGHT));
  }

  /** The same in a window such as {@code options} say. */
  static Visitor signedIn(RunningService service, String key, Browser.NewContextOptions options) {
    Visitor visitor = new Visitor(service, options);
    visitor.page.navigate("/login");
    visitor.signIn(service.key(key));
    visitor.page.waitForURL("**/app/");
    return visitor;
  }

  static Browser.NewContextOptions window(int width, ColorScheme colors) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, 900)
        .setColorScheme(colors)
        .setLocale("en-US")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  void signIn(String secret) {
    page.getByLabel("Your staff key").fill(secret);
    button("Sign in").click();
  }

  Page page() {
    return page;
  }

  BrowserContext window() {
    return window;
  }

  /** Opens {@code path} and waits until all that it asked for has come. */
  Page open(String path) {
    page.navigate(path);
    settled();
    return page;
  }

  void settled() {
    settled(page);
  }

  /** Waits until {@code page} shows all that it asked for. */
  static void settled(Page page) {
    page.locator("main").waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.locator("[aria-busy=true]")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** What is said beside the field with that label. */
  Locator beside(String label) {
    return page.locator(".field", new Page.LocatorOptions().setHas(field(label)))
        .locator(".problem, .hint");
  }

  /** Chooses a grade. */
  void choose(String name, String grade) {
    page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(name))
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(grade).setExact(true))
        .check();
  }

  @Override
  public void close() {
    window.close();
    assertThat(complaints).as("what the page complained of").isEmpty();
  }
}
